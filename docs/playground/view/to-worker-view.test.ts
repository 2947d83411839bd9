import { createMockEvent } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { run, toAction } from '../test/run.ts';
import type { RunView } from '@signup-actions/workbench';
import { fromRun } from './to-marks.ts';
import { toWorkerView } from './to-worker-view.ts';

async function show(...actions: Parameters<typeof run>[0]): Promise<RunView> {
  const { job, run: done } = await run(actions);
  return toWorkerView(job, done);
}

it('shows who refused, with which strings, and what did not run', async () => {
  const view = await show(
    toAction('api.cache.get("n");', { name: 'count' }),
    toAction('api.access.deny("bot");', { name: 'block' }),
    toAction('', { name: 'tag' }),
  );

  expect(view.verdict).toMatchObject({
    tone: 'bad',
    title: 'Denied',
    where: 'by block',
    lines: [
      { label: 'for the log', text: 'bot' },
      { label: 'for the user', text: '' },
    ],
  });
  expect(view.steps.map(({ action, status }) => `${action} ${status}`)).toEqual([
    'count completed',
    'block refused',
    'tag skipped',
  ]);
  expect(view.steps[0]?.calls).toEqual([
    { source: 'api.cache.get("n")', result: '→ nothing', place: { action: 0, line: 2 } },
  ]);
  expect(view.user).toBeUndefined();
  expect(view.log).toMatchObject([{ type: 'fs' }]);
  expect(view.response).toBeUndefined();
});

it('shows what a client receives, as far as the channel documents it', async () => {
  const responses = await Promise.all(
    (['universal-login', 'api-signup', 'management-api', 'otp-challenge'] as const).map(
      async (from) => {
        const { job, run: done } = await run([toAction('api.access.deny("bot", "No.");')]);
        return toWorkerView({ ...job, event: createMockEvent(from) }, done).response?.text;
      },
    ),
  );

  expect(responses).toEqual([
    undefined,
    expect.stringMatching(/^400 [^]*"message": "bot"/),
    'The Management API does not document its response when an Action refuses.',
    'POST /otp/challenge does not document its response when an Action refuses.',
  ]);
  const { job, run: done } = await run([toAction('')]);
  const { response } = toWorkerView({ ...job, event: createMockEvent('api-signup') }, done);
  expect(response).toEqual({
    request: 'POST /dbconnections/signup',
    text: '200 with the new user',
  });
});

it('shows what is added to the user', async () => {
  const view = await show(toAction('api.user.setAppMetadata("plan", "team");'));

  expect(view.verdict.title).toBe('Allowed');
  expect(view.user).toEqual([
    { mark: ' ', name: 'email', value: '"ada@example.com"' },
    { mark: '+', name: 'app_metadata.plan', value: '"team"' },
  ]);
});

it('puts diagnostics and failures below the lines that caused them', async () => {
  const view = await show(
    toAction('api.user.setUserMetadata("when", new Date());', { name: 'first' }),
    toAction('\nnull.boom;', { name: 'second' }),
  );

  expect(fromRun(view, 0)).toMatchObject([{ tone: 'warning', line: 2, rule: 'metadata-not-json' }]);
  expect(fromRun(view, 1)).toMatchObject([
    { tone: 'error', line: 3, rule: 'failed', text: expect.stringContaining('TypeError') },
  ]);
});

it('shows as much of the console as the platform keeps, without secrets', async () => {
  const [step] = (
    await show(
      toAction('console.log("key", event.secrets.KEY, { a: [1] }); console.log("x".repeat(300));', {
        secrets: [['KEY', 'sk-live-4711']],
      }),
    )
  ).steps;

  expect(step?.console?.text).toMatch(/^key \[secret KEY\] \{ a: \[ 1 \] \}\nx+$/);
  expect(step?.console?.text).toHaveLength(256);
  expect(step?.console?.isCut).toBe(true);
});
