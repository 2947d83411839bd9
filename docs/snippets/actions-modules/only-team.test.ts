import { createMockEvent, runAction } from '@signup-actions/testing';
import { loadAction, loadModule } from '@signup-actions/testing/node';
import { expect, it, vi } from 'vitest';

// #region test
const helpers = loadModule(new URL('team-helpers.js', import.meta.url), {
  secrets: { TEAM_DOMAIN: 'corp.example' },
});
const onlyTeam = loadAction(new URL('only-team.js', import.meta.url), {
  modules: { 'team-helpers': helpers },
});

it('refuses everybody else', async () => {
  const stranger = createMockEvent({ user: { email: 'eve@example.com' } });

  expect(await runAction(onlyTeam, stranger)).toHaveDenied('not in the team');
});
// #endregion test

// #region module
it('knows the team by its domain', () => {
  expect(helpers.exports.isTeam('ada@corp.example')).toBe(true);
  expect(helpers.exports.isTeam(undefined)).toBe(false);
});
// #endregion module

// #region spy
it('asks the module', async () => {
  const module = { isTeam: vi.fn(() => true) };
  const action = loadAction(new URL('only-team.js', import.meta.url), {
    modules: { 'team-helpers': { exports: module, secrets: {} } },
  });

  expect(await runAction(action)).toHaveAllowed();
  expect(module.isTeam).toHaveBeenCalledWith('ada@example.com');
});
// #endregion spy
