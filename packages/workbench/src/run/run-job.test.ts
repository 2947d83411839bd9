import { setTimeout } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { run, toAction, toJob } from '../../test/run.ts';
import { createCrashReporter } from './crash.ts';

it('runs Actions in order, each with its own secrets and configuration', async () => {
  const body = 'api.user.setAppMetadata(event.secrets.KEY, event.configuration);';
  const { getResult, frames } = await run(
    toJob([
      toAction(body, { name: 'one', secrets: { KEY: 'a' }, configuration: { x: '1' } }),
      toAction(body, { name: 'two', secrets: { KEY: 'b' } }),
    ]),
  );

  expect(getResult()).toMatchObject({
    outcome: { status: 'allowed', user: { app_metadata: { a: { x: '1' }, b: {} } } },
  });
  expect(frames.map((frame) => Object.values(frame).slice(0, 2))).toEqual([
    ['load', 'one'],
    ['load', 'two'],
    ['start', 'one'],
    ['start', 'two'],
  ]);
});

it('starts no Action after a refusal', async () => {
  const { getResult } = await run(
    toJob([
      toAction('api.access.deny("no", "No.");', { name: 'first' }),
      toAction('', { name: 'second' }),
    ]),
  );

  expect(getResult()).toMatchObject({
    outcome: {
      status: 'denied',
      executions: [{ action: 'first' }, { action: 'second', status: 'skipped' }],
    },
  });
});

it('knows where each call was made', async () => {
  const { getOutcome } = await run(
    toJob([
      toAction('', { name: 'first' }),
      toAction('  const refuse = () =>\n    api.access.deny("no");\n  refuse();', {
        name: 'second (2)',
      }),
    ]),
  );

  expect(getOutcome().diagnosticSites).toEqual([
    { file: '/actions/second (2).js', line: 3, column: 16 },
  ]);
});

it('knows where a call was made by an Action that formats stacks itself', async () => {
  const { getOutcome } = await run(
    toJob([toAction('Error.prepareStackTrace = () => [];\napi.access.deny("no");')]),
  );
  const { prepareStackTrace } = Error;
  Reflect.deleteProperty(Error, 'prepareStackTrace');

  expect(getOutcome().diagnosticSites).toEqual([{ file: '/actions/own.js', line: 3, column: 12 }]);
  expect(prepareStackTrace?.(new Error('own'), [])).toEqual([]);
});

it('fails an Action whose code throws when its turn comes', async () => {
  const code = 'throw new RangeError("broken")';
  const { getResult } = await run(toJob([toAction('', { code })]));

  expect(getResult()).toMatchObject({
    outcome: { status: 'failed', failure: { action: 'own', error: { name: 'RangeError' } } },
  });
});

it('fails an Action whose handler is not an async function when its turn comes', async () => {
  const code = 'exports.onExecutePreUserRegistration = () => {};';
  const { getResult } = await run(
    toJob([toAction('', { name: 'first' }), toAction('', { name: 'second', code })]),
  );

  expect(getResult()).toMatchObject({
    outcome: {
      status: 'failed',
      failure: {
        action: 'second',
        error: { message: expect.stringContaining('The handler must be an async function') },
      },
    },
  });
});

it('runs nothing if an Action has no handler', async () => {
  const { getResult, frames } = await run(
    toJob([
      toAction('', { name: 'first' }),
      toAction('', { code: 'exports.on = async () => {};' }),
    ]),
  );

  expect(getResult()).toEqual({
    type: 'unusable',
    action: 'own',
    message: expect.stringContaining('The platform calls the export onExecutePreUserRegistration'),
  });
  expect(frames.map(({ type }) => type)).toEqual(['load', 'load']);
});

it('returns the cache for the next run', async () => {
  const count =
    'const { value = "0" } = api.cache.get("n") ?? {}; api.cache.set("n", String(Number(value) + 1));';
  const first = await run(toJob([toAction(count)]));
  const second = await run(toJob([toAction(count)], first.getOutcome().cache));

  expect(second.getOutcome().cache).toEqual([[expect.any(String), expect.stringContaining('"2"')]]);
});

it('adds the diagnostic of a call that comes after the outcome', async () => {
  const onLate = vi.fn<() => void>();
  const late = toAction('setTimeout(() => api.access.deny("late", "Late."), 5);');
  const { getOutcome } = await run(toJob([late]), { onLate });
  expect(getOutcome().outcome.diagnostics).toEqual([]);
  await vi.waitFor(() => expect(onLate).toHaveBeenCalledWith('call', 'own'));

  const { outcome, diagnosticSites } = getOutcome();
  expect(outcome).toMatchObject({ status: 'allowed', diagnostics: [{ code: 'late-call' }] });
  expect(getOutcome().lateRefusal).toBe('own');
  expect(diagnosticSites).toEqual([
    { file: '/actions/own.js', line: 2, column: expect.any(Number) },
  ]);
});

it('keeps as many diagnostics of late calls as the host wants', async () => {
  const late = toAction(
    'setTimeout(() => { for (let i = 0; i < 9; i += 1) api.cache.get("k"); });',
  );
  const { getOutcome } = await run(toJob([late]), { maxLateDiagnostics: 3 });
  await setTimeout(20);

  expect(getOutcome().outcome.diagnostics).toHaveLength(3);
});

it('fails a flow that crashes after its outcome, without showing a secret', async () => {
  const crashes = createCrashReporter();
  const onLate = vi.fn<() => void>();
  const action = toAction('', { secrets: { KEY: 'sk-live-4711' } });
  const { getOutcome } = await run(toJob([action]), { crashes, onLate });
  expect(getOutcome().outcome.status).toBe('allowed');
  const left = new Error('left behind by sk-live-4711');
  crashes.report(left, 'own');
  crashes.report(new Error('second'));

  expect(onLate.mock.calls).toEqual([['crash', 'own', left]]);
  expect(getOutcome().outcome).toMatchObject({
    status: 'failed',
    failure: { action: 'own', error: { message: 'left behind by [secret KEY]' } },
    executions: [{ action: 'own', status: 'failed' }],
  });
});

it('fails the Action that is running when something crashes', async () => {
  const crashes = createCrashReporter();
  const { getOutcome } = await run(toJob([toAction('await new Promise(() => {});')]), {
    crashes,
    send({ type }) {
      if (type === 'start') queueMicrotask(() => crashes.report(new TypeError('thrown elsewhere')));
    },
  });

  expect(getOutcome().outcome).toMatchObject({
    status: 'failed',
    failure: { action: 'own', error: { name: 'TypeError', message: 'thrown elsewhere' } },
  });
});

it('shows no secret in the result', async () => {
  const action = toAction('api.access.deny(event.secrets.KEY, "No.");', {
    secrets: { KEY: 'sk-live-4711' },
  });
  const { getResult } = await run(toJob([action]));

  expect(JSON.stringify(getResult())).not.toContain('sk-live-4711');
});
