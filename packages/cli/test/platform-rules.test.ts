import { describe, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const secrets = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => ['--secret', `NAME_${index}=value`]).flat();

describe.concurrent('run', () => {
  it('fails a handler that is not an async function', async ({ expect }) => {
    const folder = createFolder({ 'plain.js': 'exports.onExecutePreUserRegistration = () => {};' });

    const { stdout, status } = await signupActions(folder, 'run', 'plain.js');

    expect(stdout.split('\n').slice(1, 3)).toMatchInlineSnapshot(`
    [
      "FAILED in plain (action_error)",
      "  TypeError: The handler must be an async function: write exports.onExecutePreUserRegistration = async (event, api) => { … }.",
    ]
  `);
    expect(status).toBe(3);
  });

  it('fails an Action whose module code throws, when its turn comes', async ({ expect }) => {
    const folder = createFolder({
      'first.js': action("console.log('runs');"),
      'broken.js': `const table = undefined;\ntable.rows;\n${action('')}`,
    });

    const { stdout, status } = await signupActions(folder, 'run', 'first.js', 'broken.js');

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      FAILED in broken (action_error)
        TypeError: Cannot read properties of undefined (reading 'rows')
            broken.js:2:7 │ table.rows;
      Actions
        ✓ first   completed, 0 ms
            │ runs
        ✗ broken  failed, 0 ms
      User not created

      "
    `);
    expect(status).toBe(3);
  });

  it('refuses more than 100 kB of code', async ({ expect }) => {
    const folder = createFolder({ 'large.js': `${action('')}//${'é'.repeat(50_000)}` });

    expect(await signupActions(folder, 'run', 'large.js')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to run large. The platform accepts at most 100,000 bytes of code, but this file has 100,071: move data and libraries into dependencies.
    ",
      "stdout": "",
    }
  `);
  });

  it('refuses more than 20 Actions', async ({ expect }) => {
    const folder = createFolder({ 'one.js': action('') });

    expect(await signupActions(folder, 'run', ...Array.from({ length: 21 }, () => 'one.js')))
      .toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to run one (21). The platform binds at most 20 Actions to the trigger, but this is number 21: merge some of them, or run fewer.
      ",
        "stdout": "",
      }
    `);
    expect(
      await signupActions(folder, 'run', ...Array.from({ length: 20 }, () => 'one.js')),
    ).toMatchObject({ status: 0 });
  });

  it('refuses more than 30 secrets, names over 128 and values over 4,096 characters', async ({
    expect,
  }) => {
    const folder = createFolder({ 'one.js': action('') });
    const run = async (...args: readonly string[]): Promise<string> => {
      const { status, stderr } = await signupActions(folder, 'run', 'one.js', ...args);
      return `${status} ${stderr}`;
    };

    expect(await run(...secrets(31))).toMatchInlineSnapshot(`
    "2 error: Failed to run one. The platform accepts at most 30 secrets per Action, but this one has 31: merge some of them.
    "
  `);
    expect(await run('--secret', `${'N'.repeat(129)}=value`)).toMatchInlineSnapshot(`
    "2 error: Failed to run one. The platform accepts names of secrets of at most 128 characters, but this one has 129: shorten it.
    "
  `);
    expect(await run('--secret', `NAME=${'v'.repeat(4_097)}`)).toMatchInlineSnapshot(`
    "2 error: Failed to run one. The platform accepts values of secrets of at most 4,096 characters, but the value of NAME has 4,097: shorten it.
    "
  `);
    expect(await run(...secrets(29), '--secret', `${'N'.repeat(128)}=${'v'.repeat(4_096)}`)).toBe(
      '0 ',
    );
  });

  it('marks console output after 256 characters', async ({ expect }) => {
    const folder = createFolder({
      'talk.js': action("console.log('x'.repeat(200)); console.error('y'.repeat(200));"),
      'exact.js': action("process.stdout.write('z'.repeat(256));"),
    });

    const { stdout } = await signupActions(folder, 'run', 'talk.js', 'exact.js');

    expect(stdout.match(/[│┊] .*/g)).toEqual([
      `│ ${'x'.repeat(200)}`,
      `│ ${'y'.repeat(55)}`,
      "┊ … cut: the platform keeps 256 characters of an Action's output.",
      `┊ ${'y'.repeat(145)}`,
      `│ ${'z'.repeat(256)}`,
    ]);
  });

  it('runs TypeScript, and names places in its source', async ({ expect }) => {
    const folder = createFolder({
      'typed.ts': `import type { Event } from '@signup-actions/types';
import { basename } from 'node:path';

enum Plan { Free = 'free' }

export const onExecutePreUserRegistration = async (event: Event, api: any): Promise<void> => {
  const { sep } = await import('node:path');
  api.user.setAppMetadata('plan', basename(sep + Plan.Free) as string);
  api.access.deny('always');
};`,
    });

    expect((await signupActions(folder, 'run', 'typed.ts')).stdout).toMatchInlineSnapshot(`
      "Note: typed.ts was transpiled from TypeScript; the platform accepts JavaScript only.

      ── ada@example.com (universal-login)
      DENIED by typed
        for the log   "always"
        for the user  ""
      Actions
        ✗ typed  refused, 0 ms
            api.user.setAppMetadata("plan", "free")
            api.access.deny("always")
      User not created
      Diagnostics
        ! deny-without-user-message in typed: api.access.deny("always") has no message for the user; pass one as the second argument.
            typed.ts:9 │ api.access.deny('always');
        https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message

      "
    `);
  });
});
