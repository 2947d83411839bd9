import { createMockEvent } from '@signup-actions/testing';
import { expect, it, vi } from 'vitest';
import { listen, run, toAction } from '../test/run.ts';
import { toJob } from './flow-job.ts';

it('runs Actions in order, each with its own secrets and configuration', async () => {
  const body = 'api.user.setAppMetadata(event.secrets.KEY, event.configuration);';
  const { run: done } = await run([
    toAction(body, { name: 'one', secrets: [['KEY', 'a']], configuration: [['x', '1']] }),
    toAction(body, {
      name: 'two',
      secrets: [
        ['KEY', 'b'],
        ['', 'unfinished'],
      ],
    }),
  ]);

  expect(done).toMatchObject({ outcome: { status: 'allowed' } });
  expect(done).toMatchObject({ outcome: { user: { app_metadata: { a: { x: '1' }, b: {} } } } });
});

it('starts no Action after a refusal', async () => {
  const { run: done } = await run([
    toAction('api.access.deny("no", "No.");', { name: 'first' }),
    toAction('', { name: 'second' }),
  ]);

  expect(done).toMatchObject({
    outcome: {
      status: 'denied',
      executions: [{ action: 'first' }, { action: 'second', status: 'skipped' }],
    },
  });
});

it('knows on which line each call was made', async () => {
  const { run: done } = await run([
    toAction('', { name: 'first' }),
    toAction('  const refuse = () =>\n    api.access.deny("no");\n  refuse();', { name: 'second' }),
  ]);

  expect(done).toMatchObject({ diagnosticSites: ['action-1.js:3:16'] });
});

it.each([
  ['axios', 'The playground has no packages, and so no "axios": use what browsers have too'],
  ['actions:shared', 'The Actions module "actions:shared" is on the platform only'],
])('says why require(%j) is nothing', async (name, sentence) => {
  const { run: done } = await run([toAction(`require(${JSON.stringify(name)});`)]);

  expect(done).toMatchObject({
    outcome: {
      status: 'failed',
      failure: { error: { message: expect.stringContaining(sentence) } },
    },
  });
});

it('fails an Action whose code throws when its turn comes', async () => {
  const { run: done } = await run([toAction('', { code: 'throw new RangeError("broken")' })]);
  // Without a handler there is nothing to fail: the code has thrown before it exported one.
  expect(done).toMatchObject({
    outcome: { status: 'failed', failure: { action: 'own', error: { name: 'RangeError' } } },
  });
});

it('runs nothing where a handler is missing', async () => {
  const { run: done } = await run([toAction('', { code: 'exports.onExecute = async () => {};' })]);

  expect(done).toMatchObject({
    type: 'unusable',
    message: expect.stringContaining('The platform calls the export onExecutePreUserRegistration'),
  });
});

it('fails a handler that is no async function, as the platform does', async () => {
  const { run: done } = await run([
    toAction('', { code: 'exports.onExecutePreUserRegistration = () => {};' }),
  ]);

  expect(done).toMatchObject({ outcome: { status: 'failed', failure: { action: 'own' } } });
});

it('keeps the cache for the next run', async () => {
  const count =
    'const { value = "0" } = api.cache.get("n") ?? {}; api.cache.set("n", String(Number(value) + 1));';
  const { run: first } = await run([toAction(count)]);
  const cache = first.type === 'outcome' ? first.cache : [];
  const messages = await listen(toJob([toAction(count)], createMockEvent(), cache));

  expect(messages.at(-1)).toMatchObject({
    cache: [[expect.any(String), expect.stringContaining('"2"')]],
  });
});

it('answers again when the api is called after the outcome', async () => {
  const late = toAction(
    'Promise.resolve().then(() => {}).then(() => setTimeout(() => api.access.deny("late", "Late."), 5));',
  );
  const messages = await listen(toJob([late], createMockEvent(), []));
  await vi.waitFor(() => expect(messages.filter(({ type }) => type === 'outcome')).toHaveLength(2));

  expect(messages.at(-1)).toMatchObject({
    outcome: { status: 'allowed', diagnostics: [{ code: 'late-call' }] },
    diagnosticSites: [expect.stringMatching(/^action-0\.js:2:/)],
  });
});

it('fails a flow whose leftovers crash', async () => {
  let hear: (thrown: unknown) => void = () => {};
  const crash = { listen: (listener: typeof hear) => void (hear = listener) };
  const messages = await listen(toJob([toAction('')], createMockEvent(), []), crash);
  hear(new Error('left behind'));

  expect(messages.at(-1)).toMatchObject({
    outcome: { status: 'failed', failure: { error: { message: 'left behind' } } },
  });
});

it('lets no secret out of the worker', async () => {
  const action = toAction(
    'console.log(event.secrets.KEY); api.access.deny(event.secrets.KEY, "No.");',
    {
      secrets: [['KEY', 'sk-live-4711']],
    },
  );
  const { run: done } = await run([action]);

  expect(done.type === 'outcome' && JSON.stringify(done.outcome)).not.toContain('sk-live-4711');
});
