const { mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { expect, it } = require('@jest/globals');
const { createMockEvent, runAction } = require('@signup-actions/testing');
const { loadAction, loadModule } = require('@signup-actions/testing/node');

const folder = mkdtempSync(join(tmpdir(), 'loaded-'));
const write = (name, code) => {
  writeFileSync(join(folder, name), code);
  return join(folder, name);
};
const helpers = write(
  'helpers.js',
  'exports.isTeam = (email) => email.endsWith(actions.secrets.DOMAIN); exports.list = [];',
);
const onlyTeam = write(
  'only-team.js',
  `const { isTeam } = require('actions:helpers');
  exports.onExecutePreUserRegistration = async (event, api) => {
    if (!isTeam(event.user.email)) api.access.deny('stranger', 'Please ask us.');
  };`,
);

it('loads an Action with its module from their files', async () => {
  const module = loadModule(helpers, { secrets: { DOMAIN: '@example.com' } });
  const action = loadAction(onlyTeam, { modules: { helpers: module } });
  const stranger = createMockEvent({ user: { email: 'eve@corp.example' } });
  expect(module.exports.list.constructor).toBe(Array);
  expect((await runAction(action)).status).toBe('allowed');
  expect((await runAction(action, stranger)).status).toBe('denied');
});
