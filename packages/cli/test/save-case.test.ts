import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const gate = action(`const { allows } = require('actions:team');
  const seen = Number(api.cache.get('seen')?.value ?? 0) + 1;
  api.cache.set('seen', String(seen));
  if (seen > 3) return api.access.deny('too many', 'Please try again later.');
  if (!allows(event.user.email)) return api.access.deny('not ' + event.secrets.TEAM, 'No.');
  api.user.setAppMetadata('plan', event.configuration.PLAN);`);
const files = {
  'gate.js': gate,
  'lib/team.js': "exports.allows = (email = '') => email.endsWith('@corp.example');",
  'test.env': 'TEAM=corp-team-4711',
  'cases/.keep': '',
};
const given = '--env-file test.env --module team=lib/team.js';
/** Runs the command as typed in a folder. */
const type = (folder: string, line: string): Promise<Done> =>
  signupActions(folder, ...line.split(' '));
const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

it('saves a run as a case, which passes', async () => {
  const folder = createFolder(files);
  const { status, stderr } = await type(
    folder,
    `run gate.js ${given} --configuration PLAN=free --from passkey --set user.email=ada@corp.example --unset user.picture --save-case cases/ada.signup.json`,
  );
  expect(stderr).toMatchInlineSnapshot(`
    "Note: The case has no secrets. Pass them to signup-actions test with --env-file FILE, or state made-up ones as "secrets".
    Saved as cases/ada.signup.json
    "
  `);
  expect(status).toBe(0);
  expect(read(folder, 'cases/ada.signup.json')).toMatchInlineSnapshot(`
    "{
      "$schema": "https://signup-actions.github.io/signup-actions/signup-case.schema.json",
      "actions": "../gate.js",
      "modules": {
        "team": "../lib/team.js"
      },
      "configuration": {
        "PLAN": "free"
      },
      "from": "passkey",
      "set": {
        "user.email": "ada@corp.example"
      },
      "unset": [
        "user.picture"
      ],
      "expect": {
        "status": "allowed",
        "metadata": {
          "app": {
            "plan": "free"
          }
        }
      }
    }
    "
  `);
  const tested = await signupActions(folder, 'test', '--env-file', 'test.env');
  expect(tested).toMatchObject({ status: 0, stderr: '' });
});

it('saves several signups in order with the cache before them, and no secret', async () => {
  const events = [
    { user: { email: 'ada@corp.example' } },
    { user: { email: 'eve@other.example' } },
  ];
  const folder = createFolder({
    ...files,
    'events.json': [...events, ...events].map((event) => createMockEvent(event)),
  });
  const run = `run gate.js ${given} --configuration PLAN=free --cache cache.json`;
  await type(folder, `${run} --set user.email=ada@corp.example`);
  const saved = await type(folder, `${run} --event events.json --save-case four.signup.yaml`);
  expect(saved.status).toBe(1);
  const text = read(folder, 'four.signup.yaml');
  expect(text).not.toContain('4711');
  expect(text).toContain('value: "1"');
  expect(text.match(/status: .*|reason: .*/g)).toMatchInlineSnapshot(`
    [
      "status: allowed",
      "status: denied",
      "reason: not [secret TEAM]",
      "status: denied",
      "reason: too many",
      "status: denied",
      "reason: too many",
    ]
  `);
  expect(await signupActions(folder, 'test', '--env-file', 'test.env')).toMatchObject({
    status: 0,
    stderr: '',
  });
});

it('expects nothing of an Action that fails, so that the case fails', async () => {
  const folder = createFolder({ 'a.js': action("throw new Error('broken');") });
  const { status, stderr } = await type(folder, 'run a.js --save-case a.signup.json');
  expect(stderr).toMatchInlineSnapshot(`
    "Note: The case expects nothing of universal-login, so that it fails: Expected the flow not to fail, but a failed at ~/a.js:2: Error: broken.
    Saved as a.signup.json
    "
  `);
  expect(status).toBe(3);
  const tested = await signupActions(folder, 'test');
  expect(tested.stdout).toContain('The case expects nothing.');
  expect(tested.status).toBe(1);
});

it('says that a signup has the value of a secret', async () => {
  const folder = createFolder({ 'a.js': action(''), 'test.env': 'CODE=invite-4711' });
  const { stderr } = await type(
    folder,
    'run a.js --env-file test.env --set request.body.ulp-code=invite-4711 --save-case a.signup.json',
  );
  expect(stderr).toContain('has the value of the secret CODE, and so does the case.');
});

it('leaves out a record of the cache that has the value of a secret', async () => {
  const folder = createFolder({
    'a.js': action("api.cache.set('token', event.secrets.KEY); api.cache.set('other', '1');"),
    'test.env': 'KEY=sk-secret-4711',
  });
  const run = 'run a.js --env-file test.env --cache cache.json';
  await type(folder, run);
  const { stderr } = await type(folder, `${run} --save-case a.signup.json`);
  expect(stderr).toContain('A record of the cache has the value of a secret, and is left out.');
  expect(Object.keys(JSON.parse(read(folder, 'a.signup.json')).cache)).toEqual(['other']);
});

it('saves nothing of signups with different configurations', async () => {
  const events = ['free', 'paid'].map((PLAN) => ({
    ...createMockEvent(),
    configuration: { PLAN },
  }));
  const folder = createFolder({ 'a.js': action(''), 'events.json': events });
  const { status, stderr } = await type(
    folder,
    'run a.js --event events.json --save-case a.signup.json',
  );
  expect(stderr).toMatchInlineSnapshot(`
    "error: Failed to save a case to ~/a.signup.json: its signups have different configurations, but a case has one. Save each by itself.
    "
  `);
  expect(status).toBe(2);
});

it('overwrites nothing, and runs nothing if it cannot save', async () => {
  const folder = createFolder({
    ...files,
    'a.signup.json': '{}',
    'many.ndjson': `${JSON.stringify(createMockEvent())}\n`.repeat(101),
  });
  const attempts = [
    'a.signup.json',
    'a.json',
    'b.signup.json --event many.ndjson',
    'b.signup.json --only gate',
    'gone/b.signup.json',
  ];
  const messages = attempts.map(async (rest) => {
    const { status, stdout, stderr } = await type(
      folder,
      `run gate.js ${given} --save-case ${rest}`,
    );
    return `${status} ${stdout}${stderr}`;
  });
  expect((await Promise.all(messages)).join('')).toMatchInlineSnapshot(`
    "2 error: Failed to save a case to ~/a.signup.json: the file exists. Name another one.
    2 error: Failed to write ~/a.json: a file with a case ends in .signup.json, .signup.yaml or .signup.yml.
    2 error: Failed to save a case to ~/b.signup.json: a case has at most 100 signups but received 101. Pass fewer.
    2 error: option '--save-case <file>' cannot be used with option '--only <action>'
    2 error: Failed to save a case to ~/gone/b.signup.json: its folder does not exist.
    "
  `);
  expect(read(folder, 'a.signup.json')).toBe('{}');
});

it('never writes a secret with --update', async () => {
  const folder = createFolder({
    'a.js': action(
      "api.cache.set('key', event.secrets.KEY); api.user.setUserMetadata('key', `is ${event.secrets.KEY}.`);",
    ),
    'test.env': 'KEY=sk-secret-4711',
    'a.signup.json': {
      expect: {
        cache: { key: 'x' },
        user: { user_metadata: { key: 'x' } },
        diagnostics: ['secret-exposed'],
      },
    },
  });
  const updated = await signupActions(folder, 'test', '--update', '--env-file', 'test.env');
  expect(updated).toMatchObject({ status: 0 });
  expect(JSON.parse(read(folder, 'a.signup.json'))).toMatchInlineSnapshot(`
    {
      "expect": {
        "cache": {
          "key": {
            "matching": "^[^]+$",
          },
        },
        "diagnostics": [
          "secret-exposed",
        ],
        "user": {
          "user_metadata": {
            "key": {
              "matching": "^is [^]+\\.$",
            },
          },
        },
      },
    }
  `);
  expect(await signupActions(folder, 'test', '--env-file', 'test.env')).toMatchObject({
    status: 0,
  });
});
