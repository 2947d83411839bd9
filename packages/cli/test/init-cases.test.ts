import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';
import { createTenant, typedActions } from './project.ts';
import { tenants } from './tenants.ts';

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

it('writes a first case of an exported flow, which passes', async () => {
  const folder = createTenant();
  const { stdout } = await signupActions(folder, 'init');
  expect(stdout).toContain('+ test/flow.signup.json');
  expect(stdout).toContain('\n  npx signup-actions test\n');
  expect(read(folder, 'test/flow.signup.json')).toMatchInlineSnapshot(`
    "{
      "$schema": "https://signup-actions.github.io/signup-actions/signup-case.schema.json",
      "actions": "..",
      "from": "universal-login",
      "secrets": {
        "BLOCKED_DOMAINS": "a value for tests",
        "TEAM_DOMAINS": "a value for tests"
      },
      "expect": {
        "ran": [
          "limit-attempts"
        ]
      }
    }
    "
  `);
  expect(await signupActions(folder, 'test')).toMatchObject({ status: 0, stderr: '' });
});

it('writes one of each loose Action, in TypeScript too, and none of one that sends requests', async () => {
  const folder = createFolder({
    ...typedActions,
    'block.js': action("if (!event.secrets['LIST OF']) throw new Error('no list');"),
    'call.js': action("await fetch('https://example.com');"),
  });
  const { stdout } = await signupActions(folder, 'init');
  expect(stdout.match(/\S+\.signup\.json/g)).toEqual([
    'tests/block.signup.json',
    'tests/tag.signup.json',
  ]);
  expect(read(folder, 'tests/tag.signup.json')).toMatchInlineSnapshot(`
    "{
      "$schema": "https://signup-actions.github.io/signup-actions/signup-case.schema.json",
      "actions": "../src/tag.ts",
      "from": "universal-login",
      "secrets": {
        "PLAN": "a value for tests"
      },
      "expect": {
        "ran": [
          "tag"
        ]
      }
    }
    "
  `);
  expect(await signupActions(folder, 'test')).toMatchObject({ status: 0, stderr: '' });

  const again = await signupActions(folder, 'init');
  expect(again.stdout).toContain('tests/block.signup.json  unchanged');
});

it('gives the modules of an export their secrets', async () => {
  const [, , files] = tenants.find(([format]) => format.includes('Windows')) ?? [];
  const folder = createFolder(files ?? {});
  await signupActions(folder, 'init');
  expect(JSON.parse(read(folder, 'test/flow.signup.json')).secrets).toMatchInlineSnapshot(`
    {
      "SALT": "a value for tests",
      "Team Rules.DOMAIN": "a value for tests",
    }
  `);
  expect(await signupActions(folder, 'test')).toMatchObject({ status: 0, stderr: '' });
});

it('states only the secrets that an export declares, so that the case finds one that is missing', async () => {
  const folder = createFolder({
    'triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'own' }] },
    'actions/own.json': { name: 'own', code: './actions/own/code.js', secrets: [{ name: 'KEY' }] },
    'actions/own/code.js': action(
      "const { KEY, OTHER } = event.secrets; if (!KEY || !OTHER) api.access.deny('no', 'No.');",
    ),
  });
  await signupActions(folder, 'init');
  const { status, stdout } = await signupActions(folder, 'test');
  expect(stdout).toContain('OTHER');
  expect(status).toBe(1);
});
