import { expect, it } from 'vitest';
import { createMockEvent } from '@signup-actions/testing';
import { createFolder, examples, signupActions } from './command.ts';

const handler = 'exports.onExecutePreUserRegistration = async () => {};';

it('a path that does not exist', () => {
  const folder = createFolder({});

  expect(signupActions(folder, 'run', 'missing.js')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/missing.js: there is no such file.
    ",
      "stdout": "",
    }
  `);
});

it('a file without the handler’s export', () => {
  const folder = createFolder({ 'action.js': 'exports.onExecutePostLogin = async () => {};' });

  expect(signupActions(folder, 'run', 'action.js')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to run ~/action.js. The platform calls the export onExecutePreUserRegistration, but this file does not have it: write exports.onExecutePreUserRegistration = async (event, api) => { … }.
    ",
      "stdout": "",
    }
  `);
});

it('an event that is not JSON', () => {
  const folder = createFolder({ 'action.js': handler, 'event.json': '{ user: }' });

  expect(signupActions(folder, 'run', 'action.js', '--event', 'event.json')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/event.json: it is not JSON (Expected property name or '}' in JSON at position 2 (line 1 column 3)).
    ",
      "stdout": "",
    }
  `);
});

it('an event that lacks required fields', () => {
  const { tenant: _, ...event } = createMockEvent({ connection: { strategy: undefined as never } });
  const folder = createFolder({ 'action.js': handler, 'event.json': event, 'list.json': [7] });

  expect(signupActions(folder, 'run', 'action.js', '--event', 'event.json')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/event.json: the event lacks connection.strategy, tenant.
    ",
      "stdout": "",
    }
  `);
  expect(signupActions(folder, 'run', 'action.js', '--event', 'list.json')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/list.json: an event is a JSON object.
    ",
      "stdout": "",
    }
  `);
});

it('an event file that does not exist', () => {
  const folder = createFolder({ 'action.js': handler });

  expect(signupActions(folder, 'run', 'action.js', '--event', 'event.json')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/event.json: there is no such file, and no starting point of that name.
    Starting points are: api-signup, management-api, passwordless-email, passwordless-sms, universal-login.
    ",
      "stdout": "",
    }
  `);
});

it('a secret left at its placeholder', () => {
  expect(signupActions(examples, 'run', 'tenant')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to run: no value is given for the secrets BLOCKED_DOMAINS (block-disposable-domains), TEAM_DOMAINS (tag-plan).
    Give each with --secret NAME=VALUE, or all in a file with --env-file FILE.
    ",
      "stdout": "",
    }
  `);
});

it('a secret that no Action declares, or that is no pair', () => {
  const given = ['--env-file', 'tenant.env', '--secret'];

  expect(signupActions(examples, 'run', 'tenant', ...given, 'API_KEY=x')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to use --secret API_KEY: no Action declares a secret of that name.
    Declared are: BLOCKED_DOMAINS, TEAM_DOMAINS.
    ",
      "stdout": "",
    }
  `);
  expect(signupActions(examples, 'run', 'tenant', ...given, 'API_KEY')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read --secret: it is written NAME=VALUE.
    ",
      "stdout": "",
    }
  `);
});

it('a folder that is no export', () => {
  const folder = createFolder({
    'empty/readme.txt': '',
    'unbound/triggers/triggers.json': { 'post-login': [] },
    'dangling/triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'gone' }] },
  });

  expect(signupActions(folder, 'run', 'empty')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/empty: an exported tenant has triggers/triggers.json or a tenant.yaml, and this folder has neither.
    ",
      "stdout": "",
    }
  `);
  expect(signupActions(folder, 'run', 'unbound')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/unbound/triggers/triggers.json: it binds no Action to pre-user-registration.
    ",
      "stdout": "",
    }
  `);
  expect(signupActions(folder, 'run', 'dangling')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/dangling/triggers/triggers.json: it binds the Action "gone", and actions/ holds none of that name.
    ",
      "stdout": "",
    }
  `);
});

it('an unknown option', () => {
  expect(signupActions(examples, 'run', 'tenant', '--nonsense')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: unknown option '--nonsense'
    ",
      "stdout": "",
    }
  `);
});
