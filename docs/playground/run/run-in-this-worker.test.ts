import { createMockEvent } from '@signup-actions/testing';
import { createCrashReporter } from '@signup-actions/workbench';
import { expect, it, vi } from 'vitest';
import { collectMessages, run, toAction } from '../test/run.ts';
import { toJob } from './flow-job.ts';

it('gives each Action the secrets and the configuration that have names', async () => {
  const { run: done } = await run([
    toAction('api.user.setAppMetadata("all", [event.secrets.KEY, event.configuration]);', {
      secrets: [
        ['KEY', 'a'],
        ['', 'unfinished'],
      ],
      configuration: [['x', '1']],
    }),
  ]);

  expect(done).toMatchObject({ outcome: { user: { app_metadata: { all: ['a', { x: '1' }] } } } });
});

it('names each Action’s places by its position', async () => {
  const { run: done } = await run([
    toAction('', { name: 'first' }),
    toAction('  const refuse = () =>\n    api.access.deny("no");\n  refuse();', { name: 'second' }),
  ]);

  expect(done).toMatchObject({
    diagnosticSites: [{ file: 'action-1.js', line: 3, column: 16 }],
  });
});

it.each([
  ['axios', 'The playground has no packages, so it has no "axios": use what browsers have too'],
])('says why require(%j) fails', async (name, sentence) => {
  const { run: done } = await run([toAction(`require(${JSON.stringify(name)});`)]);

  expect(done).toMatchObject({
    outcome: {
      status: 'failed',
      failure: { error: { message: expect.stringContaining(sentence) } },
    },
  });
});

it('runs nothing if an Action needs a module of the platform', async () => {
  const { run: done } = await run([toAction("require('actions:shared');")]);

  expect(done).toMatchObject({
    type: 'unusable',
    message: expect.stringContaining('The Actions module "actions:shared" exists on the platform'),
  });
});

it('runs nothing if a handler is missing', async () => {
  const { run: done } = await run([toAction('', { code: 'exports.onExecute = async () => {};' })]);

  expect(done).toMatchObject({ type: 'unusable', action: 'own' });
});

it('sends the result again when the api is called after the outcome', async () => {
  const late = toAction('setTimeout(() => api.access.deny("late", "Late."), 5);');
  const messages = await collectMessages(toJob([late], createMockEvent(), []));
  await vi.waitFor(() => expect(messages.filter(({ type }) => type === 'outcome')).toHaveLength(2));

  expect(messages.at(-1)).toMatchObject({
    outcome: { status: 'allowed', diagnostics: [{ code: 'late-call' }] },
    diagnosticSites: [{ file: 'action-0.js', line: 2, column: expect.any(Number) }],
  });
});

it('counts the late calls that it does not list', async () => {
  const late = toAction(
    'setTimeout(() => { for (let i = 0; i < 250; i += 1) api.access.deny("late", "Late."); }, 5);',
  );
  const messages = await collectMessages(toJob([late], createMockEvent(), []));
  await vi.waitFor(() => expect(messages.filter(({ type }) => type === 'outcome')).toHaveLength(2));

  expect(messages.at(-1)).toMatchObject({ leftOut: { diagnostics: 50 } });
  expect(messages.at(-1)).toHaveProperty('outcome.diagnostics.length', 200);
});

it('sends the result again when code left running crashes', async () => {
  const crashes = createCrashReporter();
  const messages = await collectMessages(toJob([toAction('')], createMockEvent(), []), crashes);
  crashes.report(new Error('left behind'));

  expect(messages.at(-1)).toMatchObject({
    outcome: { status: 'failed', failure: { error: { message: 'left behind' } } },
  });
});
