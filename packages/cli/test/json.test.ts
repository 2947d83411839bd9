import type { Outcome } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { describe, expect, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const folder = createFolder({
  'talk.js': action(
    "console.log('noise'); console.error('more noise'); api.access.deny(`key ${event.secrets.KEY}`, 'No.');",
  ),
  'typed.ts': 'export const onExecutePreUserRegistration = async () => {};',
  'kill.js': action("process.kill(process.pid, 'SIGKILL');"),
  'one.json': [createMockEvent()],
});

const json = async (...args: readonly string[]): Promise<unknown> => {
  const { stdout, stderr } = await signupActions(folder, 'run', '--json', ...args);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
};

describe.concurrent('--json', () => {
  it('prints the outcome and nothing else, without secrets', async () => {
    const outcome = (await json('talk.js', '--secret', 'KEY=abcdef')) as Outcome;

    expect(outcome).toMatchObject({
      status: 'denied',
      refusal: { reason: 'key [secret KEY]', userMessage: 'No.' },
      executions: [{ action: 'talk', status: 'refused' }],
      diagnostics: [{ code: 'secret-exposed' }],
    });
    expect(outcome.calls[0]?.site).toEqual({
      file: expect.stringMatching(/talk\.js$/),
      line: 2,
      column: expect.any(Number),
    });
    expect(JSON.stringify(outcome)).not.toContain('abcdef');
  });

  it('prints an array for a batch, even for a batch of one', async () => {
    expect(await json('talk.js', '--event', 'one.json')).toMatchObject([{ status: 'denied' }]);
  });

  it('prints an outcome for a flow whose process died, and no notes', async () => {
    expect(await json('typed.ts', 'kill.js')).toMatchObject({
      status: 'failed',
      failure: { kind: 'action_error', action: 'kill' },
      executions: [{ status: 'completed' }, { status: 'failed' }],
    });
  });

  it('leaves standard output empty after a usage error', async () => {
    expect(await signupActions(folder, 'run', 'gone.js', '--json')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('there is no such file'),
    });
  });
});
