import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import type { Trace } from '@signup-actions/workbench';
import { expect, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const folder = createFolder({
  'actions/own.js': action(
    "require('actions:team').check(event, api); console.log('key', event.secrets.KEY); api.user.setAppMetadata('key', event.secrets.KEY);",
  ),
  'actions/fails.js': action('event.user.nothing.at.all;'),
  'modules/team.js':
    "exports.check = (event, api) => {\n  if (event.user.email === 'eve@example.com') api.access.deny(actions.secrets.WHY, 'No.');\n};\n",
  'signups.json': [
    createMockEvent(),
    createMockEvent('api-signup', { user: { email: 'eve@example.com' } }),
  ],
});
const readTrace = (file = 'trace.json'): Trace =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Trace;
const secrets = ['--secret', 'KEY=sk-live-4711', '--module-secret', 'team.WHY=blocked-by-name'];
const run = (...args: readonly string[]) => signupActions(folder, 'run', ...args);

it('writes the code, the signups and what happened to them, without secrets and paths', async () => {
  const flow = ['actions/own.js', '--module', 'team=modules/team.js'];
  const trace = ['--event', 'signups.json', '--trace', 'trace.json'];
  const { status, stderr } = await run(...flow, ...secrets, ...trace);

  expect(stderr).toBe('');
  expect(status).toBe(1);
  const written = readTrace();
  expect(written).toMatchObject({
    traceVersion: 1,
    actions: [{ name: 'own', file: 'actions/own.js', secrets: ['KEY'], configuration: {} }],
    modules: [{ name: 'team', file: 'modules/team.js', secrets: ['WHY'] }],
    signups: [
      {
        signup: { label: expect.any(String) },
        event: { user: { email: 'ada@example.com' } },
        status: 'allowed',
        user: { app_metadata: { key: '[secret KEY]' } },
        calls: [{ method: 'user.setAppMetadata', site: { file: 'actions/own.js', line: 2 } }],
        console: [{ action: 'own', text: 'key [secret KEY]' }],
      },
      {
        event: { user: { email: 'eve@example.com' } },
        status: 'denied',
        refusal: { reason: '[secret team.WHY]' },
        calls: [{ method: 'access.deny', site: { file: 'modules/team.js', line: 2 } }, {}],
      },
    ],
  });
  const text = JSON.stringify(written);
  for (const hidden of ['sk-live-4711', 'blocked-by-name', folder])
    expect(text).not.toContain(hidden);
});

it('is a file of its own, beside what is printed, that only its owner reads', async () => {
  const { stdout } = await run(
    'actions/own.js',
    'actions/fails.js',
    '--module',
    'team=modules/team.js',
    ...secrets,
    '--json',
    '--trace',
    'failed.json',
  );

  expect(JSON.parse(stdout)).toMatchObject({ status: 'failed' });
  expect(readTrace('failed.json').signups).toMatchObject([
    {
      failure: {
        action: 'fails',
        error: { stack: expect.stringContaining('actions/fails.js:2:') },
      },
    },
  ]);
  if (process.platform !== 'win32') {
    expect(statSync(join(folder, 'failed.json')).mode & 0o777).toBe(0o600);
  }
});

it('refuses a file that cannot be written before anything runs', async () => {
  expect(await run('actions/fails.js', '--trace', 'gone/trace.json')).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(
      /^error: Failed to write the trace .*trace\.json: its folder does not exist\.\n$/,
    ),
  });
});
