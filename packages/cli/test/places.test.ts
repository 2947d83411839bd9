// Where something went wrong, and nothing in it that controls a terminal.
import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

describe.concurrent('a failure', () => {
  it('has the lines of the files that it went through, the innermost first', async ({ expect }) => {
    const folder = createFolder({
      'lib/check.js':
        'exports.check = (user) => {\n  throw new Error(`${user.email} fails`);\n};\n',
      'node_modules/tool/index.js': 'module.exports = (run) => run();',
      'own.js': `const tool = require('tool');\nconst { check } = require('./lib/check.js');\n${action(
        'tool(() => check(event.user));',
      )}`,
    });

    const { stdout } = await signupActions(folder, 'run', 'own.js');

    expect(stdout.split('\n').slice(1, 7).join('\n')).toMatchInlineSnapshot(`
      "FAILED in own (action_error)
        Error: ada@example.com fails
            lib/check.js:2:9 │ throw new Error(\`\${user.email} fails\`);
            own.js:4:14 │ tool(() => check(event.user));
      Actions
        ✗ own  failed, 0 ms"
    `);
  });

  it('of a request has the line that made it', async ({ expect }) => {
    const folder = createFolder({ 'own.js': action("await fetch('http://127.0.0.1:1/check');") });

    const { stdout } = await signupActions(folder, 'run', 'own.js');

    expect(stdout).toContain("own.js:2:9 │ await fetch('http://127.0.0.1:1/check');");
  });

  it('in a long line has what is around it', async ({ expect }) => {
    const filler = 'var a=1;'.repeat(500);
    const folder = createFolder({
      'own.js': `exports.onExecutePreUserRegistration=async(e,t)=>{{${filler}}const gone=undefined;gone.field;{${filler}}};`,
    });

    const { stdout } = await signupActions(folder, 'run', 'own.js');

    expect(/own\.js:.*/.exec(stdout)?.[0]).toMatchInlineSnapshot(
      `"own.js:1:4079 │ …ar a=1;var a=1;var a=1;}const gone=undefined;gone.field;{var a=1;var a=1;var a=1;var a=1;var a=1;var…"`,
    );
  });

  it('in TypeScript has no column, which transpiling changes', async ({ expect }) => {
    const folder = createFolder({
      'own.ts':
        'export const onExecutePreUserRegistration = async (event: object): Promise<void> => {\n  throw new Error("no");\n};',
    });

    expect((await signupActions(folder, 'run', 'own.ts')).stdout).toContain(
      'own.ts:2 │ throw new Error("no");',
    );
  });
});

it('nothing that a terminal obeys is printed, wherever it comes from', async ({ expect }) => {
  const evil = 'a\u001b[31m\u009b2J\u202e\u2028\u0007z';
  const folder = createFolder({
    [`own${evil.replace('\u0007', '')}.js`]:
      action(`/* ${evil} */ api.access.deny(event.user.nickname, event.user.nickname);
  api.user.setAppMetadata('a', event.user.nickname); console.log(event.user.nickname);
  if (event.user.name) throw Object.assign(new Error(event.user.name), { name: event.user.name });`),
    [`event${evil}.json`]: [
      createMockEvent({ user: { email: evil, nickname: evil } }),
      createMockEvent({ user: { email: evil, nickname: evil, name: evil } }),
    ],
  });
  const event = `event${evil}.json`;
  const own = `own${evil.replace('\u0007', '')}.js`;

  const { stdout, stderr } = await signupActions(folder, 'run', own, '--event', event);
  const refused = await signupActions(folder, 'run', `${evil}.js`);

  expect(stdout).toContain('2 signups: 1 denied, 1 failed');
  for (const printed of [stdout, stderr, refused.stderr]) {
    // oxlint-disable-next-line no-control-regex -- they are what must not be printed
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
  }
});
