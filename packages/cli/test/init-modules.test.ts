import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';
import { install, runTool } from './project.ts';

const definition = { dependencies: [], secrets: [{ name: 'PLAN' }] };

/** An export with two Actions, of which one requires a module. */
const exported = {
  'triggers/triggers.json': {
    'pre-user-registration': [{ action_name: 'only-team' }, { action_name: 'tag' }],
  },
  'actions/only-team.json': {
    ...definition,
    name: 'only-team',
    code: './actions/only-team/code.js',
    modules: [{ module_name: 'team-helpers', module_version_number: 1 }],
  },
  'actions/only-team/code.js': `const { isTeam } = require('actions:team-helpers');
/**
 * @param {Event} event
 * @param {PreUserRegistrationAPI} api
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  if (!isTeam(event.user.email)) return api.access.deny('not in the team', 'Sorry.');
  api.user.setAppMetadata('plan', event.secrets.PLAN);
};
`,
  'actions/tag.json': { ...definition, name: 'tag', code: './actions/tag/code.js' },
  'actions/tag/code.js': action("api.user.setAppMetadata('tag', 'new');"),
  'action-modules/team-helpers.json': {
    name: 'team-helpers',
    code: './action-modules/team-helpers/code.js',
    dependencies: [],
    secrets: [{ name: 'TEAM_DOMAIN' }],
    latest_version_number: 1,
  },
  'action-modules/team-helpers/code.js': `/** @param {string | undefined} email */
exports.isTeam = (email) => email?.endsWith(\`@\${actions.secrets['TEAM_DOMAIN']}\`) === true;
`,
};

const runners = [
  ['vitest', ['node_modules/vitest/vitest.mjs', 'run', '--root', '.']],
  ['jest', ['node_modules/jest/bin/jest.js', '--ci']],
  ['node --test', ['--test']],
] as const;

// The packages that are installed here are those of the last build: runners load them as users' do.
describe.concurrent('init among Actions modules', () => {
  it.for(runners)('writes tests that load them in %s', async ([test, args], { expect }) => {
    const folder = createFolder({ ...exported, 'package.json': { scripts: { test } } });
    await signupActions(folder, 'init');
    install(folder);

    const { status, stdout, stderr } = await runTool(folder, ...args);

    expect(stdout + stderr).toMatch(/Tests +3 passed|Tests: +3 passed|# pass 3|ℹ pass 3/);
    expect(status).toBe(0);
    if (test === 'vitest') {
      expect(readFileSync(join(folder, 'test/flow.test.mjs'), 'utf8')).toMatchInlineSnapshot(`
        "import { createMockEvent, runFlow } from '@signup-actions/testing';
        import { loadAction, loadModule } from '@signup-actions/testing/node';
        import '@signup-actions/testing/vitest';
        import { expect, it } from 'vitest';
        import { onExecutePreUserRegistration as tagAction } from '../actions/tag/code.js';
        const onlyTeamAction = loadAction(new URL('../actions/only-team/code.js', import.meta.url), {
          modules: {
            'team-helpers': loadModule(new URL('../action-modules/team-helpers/code.js', import.meta.url), { secrets: { TEAM_DOMAIN: 'a value for tests' } }),
          },
        });

        /**
         * In binding order. Each Action has its own secrets.
         *
         * @type {import('@signup-actions/testing').TestAction[]}
         */
        const flow = [
          {
            ...onlyTeamAction,
            name: 'only-team',
            secrets: { PLAN: 'a value for tests' },
          },
          {
            name: 'tag',
            handler: tagAction,
            secrets: { PLAN: 'a value for tests' },
          },
        ];

        it('the flow does not fail on an ordinary signup', async () => {
          const outcome = await runFlow(flow, createMockEvent());

          expect(outcome).not.toHaveFailed();
          // Next, test what it does:
          // expect(outcome).toHaveDenied('the reason in the log', 'the message for the user');
        });
        "
      `);
    }
  });

  it('configures the compiler to read their types, and to know their secrets', async ({
    expect,
  }) => {
    const folder = createFolder(exported);
    await signupActions(folder, 'init');
    install(folder);
    const tsc = ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', 'jsconfig.json'];
    const right = await runTool(folder, ...tsc);
    const file = join(folder, 'actions/only-team/code.js');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('isTeam(event.user.email)', 'isTeam(5)'),
    );
    const wrong = await runTool(folder, ...tsc);

    expect(right.stdout).toBe('');
    expect(wrong.stdout).toMatchInlineSnapshot(`
      "actions/only-team/code.js(7,15): error TS2345: Argument of type 'number' is not assignable to parameter of type 'string'.
      "
    `);
  });

  it('writes no test of an Action whose module it does not find', async ({ expect }) => {
    const folder = createFolder({
      'own.js': `require('actions:team');\n${action('')}`,
    });
    const { stdout } = await signupActions(folder, 'init');

    expect(stdout).toContain(
      'not created: it requires actions:team, whose file is not known here; load it with loadAction: https://signup-actions.github.io/signup-actions/testing-recipes#actions-modules',
    );
  });
});
