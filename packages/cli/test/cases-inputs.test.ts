import { expect, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const gate = action(`const { allows } = require('actions:team');
  if (!allows(event.user.email)) return api.access.deny('not of the team', 'Please use your work address.');
  api.user.setAppMetadata('key', event.secrets.KEY.length);`);
const team = 'exports.allows = (email = "") => email.endsWith(`@${actions.secrets.DOMAIN}`);';
const secrets = { KEY: 'made-up-key', 'team.DOMAIN': 'corp.example' };
const signups = [
  {
    event: { user: { email: 'ada@corp.example' } },
    expect: { metadata: { app: { key: 11 } } },
  },
  { expect: { refusal: { reason: 'not of the team' } } },
];

it('gives Actions the modules that a case names, and the modules their own secrets', async () => {
  const folder = createFolder({
    'gate.js': gate,
    'lib/team.js': team,
    'cases/team.signup.json': { modules: { team: '../lib/team.js' }, secrets, signups },
  });
  for (const path of ['.', 'cases', 'cases/team.signup.json']) {
    expect(await signupActions(folder, 'test', path)).toMatchObject({ status: 0, stderr: '' });
  }
});

const bound = (name: string) => ({
  'tenant/triggers/triggers.json': { 'pre-user-registration': [{ action_name: name }] },
});
const exported = {
  ...bound('gate'),
  'tenant/actions/gate.json': {
    name: 'gate',
    code: './actions/gate/code.js',
    secrets: [{ name: 'KEY' }],
    modules: [{ module_name: 'team', module_version_number: 1 }],
  },
  'tenant/actions/gate/code.js': gate,
  'tenant/action-modules/team.json': {
    name: 'team',
    code: './action-modules/team/code.js',
    secrets: [{ name: 'DOMAIN' }],
    latest_version_number: 1,
  },
  'tenant/action-modules/team/code.js': team,
};

it('gives the Actions and modules of an export the secrets of a case', async () => {
  const folder = createFolder({ ...exported, 'tenant/team.signup.json': { secrets, signups } });
  expect(await signupActions(folder, 'test')).toMatchObject({ status: 0, stderr: '' });
});

it('says what to do about secrets that are missing or unknown', async () => {
  const lists = [
    { 'team.DOMAIN': 'corp.example' },
    { KEY: 'made-up-key' },
    { ...secrets, 'team.DOMAINS': 'x' },
    { ...secrets, KEYS: 'x' },
  ];
  const messages = lists.map(async (given) => {
    const files = { ...exported, 'tenant/team.signup.json': { secrets: given, signups } };
    const { status, stderr } = await signupActions(createFolder(files), 'test');
    return `${status} ${stderr}`;
  });
  expect((await Promise.all(messages)).join('')).toMatchInlineSnapshot(`
    "2 error: Failed to run: the secret KEY (gate) has no value.
    Put the values into a file and pass it with --env-file FILE, or state made-up ones as "secrets" of the case.
    The case is ~/tenant/team.signup.json.
    2 error: Failed to run: the secret team.DOMAIN (Actions module team) has no value.
    Put the values into a file as NAME.KEY=VALUE and pass it with --env-file FILE, or state made-up ones as "secrets" of the case, as NAME.KEY.
    The case is ~/tenant/team.signup.json.
    2 error: Failed to use secrets.team.DOMAINS: the Actions module team does not declare a secret of that name.
    Declared secrets: DOMAIN.
    The case is ~/tenant/team.signup.json.
    2 error: Failed to use secrets.KEYS: no Action declares a secret of that name.
    Declared secrets: KEY.
    The case is ~/tenant/team.signup.json.
    "
  `);
});

it('runs no other Actions if the nearest export is broken', async () => {
  const folder = createFolder({
    ...exported,
    ...bound('gone'),
    'other.js': action(''),
    'tenant/a.signup.json': { secrets, expect: { status: 'allowed' } },
  });
  const { status, stderr } = await signupActions(folder, 'test');
  expect(stderr).toContain('it binds the Action "gone"');
  expect(status).toBe(2);
});

it.each([
  ['an Action', 'event.secrets.API_KEY', { API_KEY: 'made-up-key' }],
  ['a module', "require('actions:team').key()", { 'team.API_KEY': 'made-up-key' }],
])('never passes for a call that shows a credential of %s', async (_, value, given) => {
  const folder = createFolder({
    'a.js': action(`api.user.setAppMetadata('key', \`is \${${value}}\`);`),
    'team.js': 'exports.key = () => actions.secrets.API_KEY;',
    'a.signup.json': {
      actions: 'a.js',
      ...('team.API_KEY' in given && { modules: { team: 'team.js' } }),
      secrets: given,
      expect: { status: 'allowed' },
    },
  });
  const { status, stdout } = await signupActions(folder, 'test');
  expect(stdout).toContain(`1. secret-exposed: api.user.setAppMetadata("key", "is [secret `);
  expect(status).toBe(1);
});

it('says in one sentence what is wrong with a case', async () => {
  const cases: readonly object[] = [
    { expect: { status: 'alowed' } },
    { expect: { ran: 'own' } },
    { expect: { ran: ['onw'] } },
    { expect: { refusal: { reason: { matchin: 'x' } } } },
    { actions: [] },
    { actions: 'gone.js' },
    { version: 2 },
    { event: { user: 'ada' } },
    { set: { 'user.emial': 'a' } },
    { cache: { count: { value: '1', ttl: 0 } } },
    { signups: [{ afterMs: -1 }] },
    [],
  ];
  const messages: string[] = [];
  for (const found of cases) {
    const folder = createFolder({ 'own.js': action(''), 'a.signup.json': found });
    const { status, stdout, stderr } = await signupActions(folder, 'test');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    messages.push(`${JSON.stringify(found)}\n${stderr}`);
  }
  expect(messages.join('')).toMatchInlineSnapshot(`
    "{"expect":{"status":"alowed"}}
    error: Failed to read ~/a.signup.json: expect.status must be "allowed", "denied", "invalid" or "failed".
    {"expect":{"ran":"own"}}
    error: Failed to read ~/a.signup.json: expect.ran must be a list but is a string.
    {"expect":{"ran":["onw"]}}
    error: Failed to read ~/a.signup.json. expect.ran: the case has no Action onw. Did you mean own?
    {"expect":{"refusal":{"reason":{"matchin":"x"}}}}
    error: Failed to read ~/a.signup.json: expect.refusal.reason has no field matchin. Did you mean matching?
    {"actions":[]}
    error: Failed to read ~/a.signup.json: actions must have at least 1 item.
    {"actions":"gone.js"}
    error: Failed to read ~/gone.js: there is no such file.
    The case is ~/a.signup.json.
    {"version":2}
    error: Failed to read ~/a.signup.json: version must be 1.
    {"event":{"user":"ada"}}
    error: Failed to read ~/a.signup.json. event.user must be an object but received "ada".
    {"set":{"user.emial":"a"}}
    error: Failed to set user.emial: user has no field emial, only email, username, phone_number, name, given_name, family_name, nickname, picture, app_metadata, user_metadata.
    The case is ~/a.signup.json.
    {"cache":{"count":{"value":"1","ttl":0}}}
    error: Failed to read ~/a.signup.json: cache.count.ttl must be more than 0.
    {"signups":[{"afterMs":-1}]}
    error: Failed to read ~/a.signup.json: signups[0].afterMs must be at least 0.
    []
    error: Failed to read ~/a.signup.json: the file must be an object but is a list.
    "
  `);
});

it('runs a case once, however often it is named', async () => {
  const folder = createFolder({
    'own.js': action(''),
    'cases/a.signup.json': { expect: { status: 'allowed' } },
  });

  const { stdout } = await signupActions(folder, 'test', '.', 'cases', 'cases/a.signup.json');

  expect(stdout).toContain('1 case: 1 passed');
});

it('takes no file of marks that is not there, and no two formats', async () => {
  const folder = createFolder({ 'own.js': action(''), 'a.signup.json': {} });
  const { stderr: config } = await signupActions(folder, 'test', '--config', 'gone.json');
  const { stderr: format } = await signupActions(folder, 'test', '--json', '--format', 'junit');

  expect(config + format).toMatchInlineSnapshot(`
    "error: Failed to read ~/gone.json: there is no such file.
    error: option '-j, --json' cannot be used with option '--format <name>'
    "
  `);
});
