import { fileURLToPath } from 'node:url';
import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { loadAction } from './load-action.ts';

const toPath = (file: string): string =>
  fileURLToPath(new URL(`../actions-modules/${file}`, import.meta.url));

it('runs an Action with its module in a host, and hides the secrets of the module', async () => {
  const helpers = {
    file: toPath('team-helpers.js'),
    secrets: { TEAM_DOMAIN: 'corp.example' },
  };
  const action = loadAction(toPath('only-team.js'), 'only-team', { 'team-helpers': helpers });
  const leaking = {
    ...action,
    name: 'leaking',
    handler: (_: unknown, api: { access: { deny: (...texts: string[]) => unknown } }) =>
      api.access.deny('not at corp.example', 'Sorry.'),
  };
  const run = (email: string, actions = [action]) =>
    createRuntime().run({ event: createMockEvent({ user: { email } }), actions });

  expect(await run('ada@corp.example')).toHaveAllowed();
  expect(await run('eve@example.com')).toHaveDenied('not in the team');
  const outcome = await run('ada@corp.example', [leaking as typeof action]);
  expect(JSON.stringify(outcome)).toContain('[secret team-helpers.TEAM_DOMAIN]');
});

it('loads each module once, and knows no others', () => {
  expect(() => loadAction(toPath('only-team.js'), 'only-team', {})).toThrow(
    'There is no Actions module team-helpers.',
  );
});
