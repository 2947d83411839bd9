import { existsSync, readFileSync, rmSync, watch } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import {
  action,
  createFolder,
  examples,
  recordInColour,
  signupActions,
  spawnSignupActions,
  startSignupActions,
  waitFor,
} from './command.ts';
import { createTenant, install, readAll, runTool } from './project.ts';

const careless = action(
  "const domain = event.user.email.split('@')[1];\n  const client = event.client.client_id;\n  api.user.setAppMetadata('from', `${domain} ${client}`);",
);

interface Explored {
  readonly seed: number;
  readonly actions: readonly {
    readonly name: string;
    readonly runs: number;
    readonly isCut: boolean;
    readonly problems: readonly {
      readonly kind: string;
      readonly message: string;
      readonly signup: string;
      readonly case?: object;
      readonly test?: string;
    }[];
  }[];
}

async function exploreJson(folder: string, ...args: readonly string[]): Promise<Explored> {
  const { stdout, stderr } = await signupActions(folder, 'explore', ...args, '--json');
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as Explored;
}

const listKinds = ({ actions }: Explored): readonly string[] =>
  actions.flatMap(({ problems }) => problems.map(({ kind }) => kind));

describe.concurrent('explore', () => {
  it('shows each problem with its line and a test', async ({ expect }) => {
    const folder = createFolder({ 'tag.js': careless });

    const { status, stdout, stderr } = await recordInColour(
      expect,
      'explore',
      folder,
      'explore',
      'tag.js',
    );

    expect(stdout).toMatchInlineSnapshot(`
      "✗ tag  839 runs, 2 problems

      tag.js:3  fails without client: TypeError: Cannot read properties of undefined (reading 'client_id') (throws)
          3 │ const client = event.client.client_id;

        it('does not fail without client', async () => {
          const event = createMockEvent({ client: undefined });
          expect(await runAction(action, event)).not.toHaveFailed();
        });

      tag.js:2  fails without user.email: TypeError: Cannot read properties of undefined (reading 'split') (throws)
          2 │ const domain = event.user.email.split('@')[1];

        it('does not fail without user.email', async () => {
          const event = createMockEvent({ user: { email: undefined } });
          expect(await runAction(action, event)).not.toHaveFailed();
        });

      ✗ 1 Action explored with seed 0, 2 problems found
      "
    `);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('shows on a terminal how many signups are drawn', async ({ expect }) => {
    const folder = createFolder({ 'tag.js': careless });
    const shown = { stdout: '', stderr: '' };

    await startSignupActions(folder, ['explore', 'tag.js', '--runs', '30'], {
      hasTerminal: true,
      onPrint: (text, stream) => void (shown[stream] += text),
    });

    expect(shown.stderr).toContain('30 of 30 signups');
    expect(shown.stdout).toMatch(/^✗ tag {2}\d+ runs, 2 problems$/m);
  });

  it('finds nothing in Actions that expect anything', async ({ expect }) => {
    const folder = createTenant();

    const { status, stdout, stderr } = await signupActions(folder, 'explore', '.');

    expect(stdout.replaceAll(/[\d,]+ runs/g, '500 runs')).toMatchInlineSnapshot(`
      "✓ limit-attempts  500 runs, nothing found
      ✓ block-disposable-domains  500 runs, nothing found
      ✓ require-company  500 runs, nothing found
      ✓ tag-plan  500 runs, nothing found
      ✓ 4 Actions explored with seed 0, nothing found
      "
    `);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('has the same result for the same seed, and draws others for another', async ({ expect }) => {
    const rare = action(
      "if (event.user.username !== undefined && event.request.user_agent === 'curl/8.0') throw new Error(event.request.language);",
    );
    const folder = createFolder({ 'rare.js': rare });
    const seeded = (seed: string): Promise<Explored> =>
      exploreJson(folder, 'rare.js', '--seed', seed, '--runs', '900');
    const [first, again, other] = await Promise.all([seeded('3'), seeded('3'), seeded('4')]);

    expect(again).toEqual(first);
    expect(listKinds(first)).toEqual(['throws']);
    expect(other.seed).toBe(4);
    expect(other.actions[0]?.runs).not.toBe(first.actions[0]?.runs);
  });

  it('shows the smallest signup of what happens once in a process', async ({ expect }) => {
    const folder = createFolder({
      'keeps.js': `const seen = new Set();\n${action(
        "const { nickname = '' } = event.user;\n  if (nickname.length < 4) return;\n  if (seen.has(nickname)) return api.access.deny('seen', 'Sorry.');\n  seen.add(nickname);",
      )}`,
    });

    const { actions } = await exploreJson(folder, 'keeps.js');

    expect(actions[0]?.problems.map(({ kind, signup }) => [kind, signup])).toEqual([
      ['contradicts-itself', 'with user.nickname'],
    ]);
    expect(actions[0]?.problems[0]?.test).toMatchInlineSnapshot(`
      "it('has the same result twice with user.nickname', async () => {
        const event = createMockEvent({ user: { nickname: 'seen' } });
        const first = await runAction(action, event);
        const second = await runAction(action, event);
        expect(second.status).toBe(first.status);
        expect(second.calls).toEqual(first.calls);
      });"
    `);
  });

  it('explores each bound Action of a tenant, or only some', async ({ expect }) => {
    const all = await exploreJson(examples, 'tenant', '--runs', '5');
    const some = await exploreJson(examples, 'tenant', '--runs', '5', '--only', 'tag-plan');

    expect(all.actions.map(({ name }) => name)).toEqual([
      'limit-attempts',
      'block-disposable-domains',
      'require-company',
      'tag-plan',
    ]);
    expect(some.actions.map(({ name }) => name)).toEqual(['tag-plan']);
  });

  it('runs the modules of an Action, and names the place in them', async ({ expect }) => {
    const folder = createFolder({
      'own.js': `const { toTeam } = require('actions:team');\n${action('toTeam(event.user.email);')}`,
      'team.js': 'exports.toTeam = (email) =>\n  email.split(actions.secrets.SEPARATOR)[1];\n',
    });
    const options = ['--module', 'team=team.js', '--module-secret', 'team.SEPARATOR=@'];

    const { stdout } = await signupActions(folder, 'explore', 'own.js', ...options);

    expect(stdout).toContain('team.js:2  fails without user.email: TypeError');
  });
});

/** Actions that go wrong for one signup each, with their kinds. */
const wrong: Readonly<Record<string, readonly [kind: string, body: string]>> = {
  'throws.js': ['throws', 'event.client.client_id.trim();'],
  'loads.js': ['throws', ''],
  'exits.js': ['throws', 'if (!event.client) process.exit(0);'],
  'waits.js': ['hangs', 'if (!event.client) await new Promise(() => {});'],
  'late.js': ['late-work', "if (!event.client) setTimeout(() => api.access.deny('a', 'b'), 5);"],
  'keeps.js': [
    'contradicts-itself',
    "const user = JSON.stringify(event.user);\n  if (seen.has(user)) return api.access.deny('seen', 'Sorry.');\n  seen.add(user);",
  ],
  'prints.js': ['exposes-secret', 'console.log(event.secrets.API_KEY);'],
  'stores.js': ['mistake', "api.user.setAppMetadata('language', event.request.language);"],
};

function createWrong(): string {
  const sources = Object.entries(wrong).map(([file, [, body]]) => [file, action(body)]);
  return createFolder({
    ...Object.fromEntries(sources),
    'loads.js': `throw new Error('while it loads');\n${action('')}`,
    'keeps.js': `const seen = new Set();\n${action(wrong['keeps.js']?.[1] ?? '')}`,
  });
}

describe.concurrent('explore --save', () => {
  it('writes a case and a test of each kind, which fail', async ({ expect }) => {
    const folder = createWrong();
    const files = Object.keys(wrong);

    const { actions } = await exploreJson(folder, ...files, '--save', 'saved', '--runs', '30');
    expect(
      actions.map(({ name, problems }) => [`${name}.js`, ...problems.map(({ kind }) => kind)]),
    ).toEqual(Object.entries(wrong).map(([file, [kind]]) => [file, kind]));

    // It takes 20 seconds to find that it waits.
    rmSync(join(folder, 'saved/waits-without-client.signup.json'));
    const { stdout } = await signupActions(folder, 'test', 'saved', '--json');
    const { cases } = JSON.parse(stdout) as { cases: { name: string; status: string }[] };
    expect(cases.map(({ name, status }) => `${name}: ${status}`)).toMatchInlineSnapshot(`
      [
        "exits without client: failed",
        "keeps on an ordinary signup: failed",
        "late without client: failed",
        "loads on an ordinary signup: failed",
        "stores without request.language: failed",
        "throws without client: failed",
      ]
    `);
    install(folder);
    const vitest = 'node_modules/vitest/vitest.mjs';
    const report = ['--reporter=json', '--outputFile=report.json', '--root', 'saved'];
    await runTool(folder, vitest, 'run', ...report);
    const { testResults } = JSON.parse(readFileSync(join(folder, 'saved/report.json'), 'utf8')) as {
      testResults: { status: string }[];
    };
    expect(testResults.map((file) => file.status)).toEqual(files.map(() => 'failed'));
  });

  it('writes what can be read, and overwrites nothing', async ({ expect }) => {
    const folder = createFolder({
      'tag.js': careless,
      'saved/tag-without-client.signup.json': { event: {} },
    });

    const { stdout } = await signupActions(folder, 'explore', 'tag.js', '--save', 'saved');

    expect(stdout.slice(stdout.indexOf('✗ 1 Action'))).toMatchInlineSnapshot(`
      "✗ 1 Action explored with seed 0, 2 problems found
      Written:
        saved/tag-without-client.test.mjs
        saved/tag-without-user-email.signup.json
        saved/tag-without-user-email.test.mjs
      There already, and unchanged:
        saved/tag-without-client.signup.json
      "
    `);
    const { 'tag.js': _, ...saved } = readAll(folder);
    expect(saved).toMatchInlineSnapshot(`
      {
        "saved/tag-without-client.signup.json": "{"event":{}}",
        "saved/tag-without-client.test.mjs": "import { createMockEvent, runAction } from '@signup-actions/testing';
      import { loadAction } from '@signup-actions/testing/node';
      import '@signup-actions/testing/vitest';
      import { expect, it } from 'vitest';

      const action = loadAction(new URL('../tag.js', import.meta.url));

      it('does not fail without client', async () => {
        const event = createMockEvent({ client: undefined });
        expect(await runAction(action, event)).not.toHaveFailed();
      });
      ",
        "saved/tag-without-user-email.signup.json": "{
        "actions": "../tag.js",
        "name": "tag without user.email",
        "unset": [
          "user.email"
        ],
        "expect": {
          "ran": [
            "tag"
          ]
        }
      }
      ",
        "saved/tag-without-user-email.test.mjs": "import { createMockEvent, runAction } from '@signup-actions/testing';
      import { loadAction } from '@signup-actions/testing/node';
      import '@signup-actions/testing/vitest';
      import { expect, it } from 'vitest';

      const action = loadAction(new URL('../tag.js', import.meta.url));

      it('does not fail without user.email', async () => {
        const event = createMockEvent({ user: { email: undefined } });
        expect(await runAction(action, event)).not.toHaveFailed();
      });
      ",
      }
    `);
  });

  it('names the paths that it was given where code is in no file', async ({ expect }) => {
    const folder = createFolder({
      'state.json': {
        id: 'a',
        name: 'tag',
        code: careless,
        supported_triggers: [{ id: 'pre-user-registration', version: 'v2' }],
      },
    });

    await signupActions(folder, 'explore', 'state.json', '--save', 'saved');
    const { status, stdout } = await signupActions(folder, 'test', 'saved');

    expect(stdout).toContain('2 cases: 2 failed');
    expect(status).toBe(1);
  });
});

describe.concurrent('an Action that explore cannot wait for', () => {
  it('hangs where its loop does not end, and is explored further', async ({ expect }) => {
    const folder = createFolder({
      'loops.js': action(
        "if (!event.client) throw new Error('no client');\n  if (event.request.language === 'pt-BR') for (;;);\n  if (event.user.username === '') throw new Error('no name');",
      ),
    });

    const done = await signupActions(folder, 'explore', 'loops.js', '--time-limit', '60000');
    const { status } = done;
    const stdout = done.stdout
      .replace(/[\d,]+ runs/, '500 runs')
      .replace(/within [\d,]+/, 'within 0')
      // A busy machine may have no time to find a smaller signup, or to try all of them.
      .replace(/hangs with .*?request\.language[^:]*/, 'hangs with request.language')
      .replace(', stopped by --time-limit', '');

    expect(stdout).toMatchInlineSnapshot(`
      "✗ loops  500 runs, 3 problems

      loops.js:2  fails without client: Error: no client (throws)
          2 │ if (!event.client) throw new Error('no client');

        it('does not fail without client', async () => {
          const event = createMockEvent({ client: undefined });
          expect(await runAction(action, event)).not.toHaveFailed();
        });

      loops.js  hangs with request.language: An Action did not end within 0 ms and was stopped: look for a loop that does not end. (hangs)

      loops.js:4  fails with user.username: Error: no name (throws)
          4 │ if (event.user.username === '') throw new Error('no name');

        it('does not fail with user.username', async () => {
          const event = createMockEvent({ user: { username: '' } });
          expect(await runAction(action, event)).not.toHaveFailed();
        });

      ✗ 1 Action explored with seed 0, 3 problems found
      "
    `);
    expect(status).toBe(1);
  });

  it('hangs on an ordinary signup if it does not end while it is loaded', async ({ expect }) => {
    const folder = createFolder({ 'loads.js': `for (;;);\n${action('')}` });

    const { actions } = await exploreJson(folder, 'loads.js', '--time-limit', '1000');

    expect(actions[0]?.problems).toMatchInlineSnapshot(`
      [
        {
          "case": {
            "expect": {
              "ran": [
                "loads",
              ],
            },
            "name": "loads on an ordinary signup",
          },
          "file": "loads.js",
          "kind": "hangs",
          "message": "An Action did not end within 1,0 ms and was stopped: look for a loop that does not end.",
          "signup": "on an ordinary signup",
        },
      ]
    `);
  });

  it('fails where it uses up its memory', async ({ expect }) => {
    const folder = createFolder({
      'eats.js': action(
        'if (event.client) return;\n  const kept = [];\n  for (let i = 0; i < 300; i += 1) kept.push(Buffer.alloc(10_000_000, 1));',
      ),
    });

    const { actions } = await exploreJson(folder, 'eats.js', '--time-limit', '60000');

    expect(
      actions[0]?.problems.map(({ kind, message, signup }) => [kind, message, signup]),
    ).toEqual([
      ['throws', expect.stringContaining('memory of its process, 768 MB'), 'from management-api'],
    ]);
  });

  it('is stopped when its time is over, with what was found', async ({ expect }) => {
    const folder = createFolder({
      'slow.js': action(
        "if (!event.client) throw new Error('no client');\n  const end = Date.now() + 100;\n  while (Date.now() < end);",
      ),
    });

    const { status, stdout } = await signupActions(
      folder,
      'explore',
      'slow.js',
      '--time-limit',
      '10000',
    );

    expect(stdout).toMatch(/^✗ slow {2}\d+ runs, 1 problem, stopped by --time-limit$/m);
    expect(status).toBe(1);
  });

  it('ends with the command', async ({ expect }) => {
    const folder = createFolder({
      'busy.js': action(
        "require('node:fs').writeFileSync(__dirname + '/pid', process.pid + ' ');\n  for (;;);",
      ),
    });
    const child = spawnSignupActions(folder, 'explore', 'busy.js');
    const done = waitFor(child);
    const file = join(folder, 'pid');
    const hasStarted = (): boolean => existsSync(file) && readFileSync(file, 'utf8').endsWith(' ');
    await new Promise<void>((resolve) => {
      const watcher = watch(folder, () => check());
      const check = (): void => {
        if (!hasStarted()) return;
        watcher.close();
        resolve();
      };
      check();
    });

    child.kill('SIGINT');

    expect(await done).toMatchObject({
      status: 130,
      stdout: expect.not.stringContaining('hangs'),
      stderr: '',
    });
    expect(() => process.kill(Number(readFileSync(file, 'utf8')), 0)).toThrow('ESRCH');
  });
});

describe.concurrent('the secrets of an explored Action', () => {
  it('are shown nowhere, not even in what is saved', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action(
        'if (!event.client) throw new Error(`no client for ${event.secrets.API_KEY}`); // given-value\n  console.log(event.secrets.API_KEY);',
      ),
      'own.env': 'API_KEY=given-value',
    });
    const explore = (...args: readonly string[]) =>
      signupActions(folder, 'explore', 'own.js', ...args);

    const text = await explore('--env-file', 'own.env', '--save', 'saved');
    const json = await explore('--secret', 'API_KEY=given-value', '--json');

    const { 'own.env': _, 'own.js': __, ...files } = readAll(folder);
    const all = JSON.stringify([text, json, files]);
    expect(all).not.toContain('given-value');
    expect(all).toContain('// [secret API_KEY]');
    expect(text.stdout).toContain(
      'own.js:2  fails without client: Error: no client for [secret API_KEY]',
    );
  });

  it('are examples where an export leaves their values out', async ({ expect }) => {
    const { actions } = await exploreJson(examples, 'tenant', '--runs', '5');

    expect(actions.flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe.concurrent('the requests of an explored Action', () => {
  const asks = (port: number): string =>
    action(`const { get } = require('node:http');
  await fetch('http://127.0.0.1:${port}/fetched').catch(() => {});
  await new Promise((resolve) => {
    get('http://127.0.0.1:${port}/got', (response) => response.resume().on('end', resolve)).on('error', resolve);
  });`);

  async function listen(): Promise<{ port: number; paths: Set<string>; close: () => void }> {
    const paths = new Set<string>();
    const server = createServer((request, response) => {
      paths.add(request.url ?? '');
      response.end('{}');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    return {
      port,
      paths,
      close() {
        server.close();
        server.closeAllConnections();
      },
    };
  }

  it('reach no service', async ({ expect, onTestFinished }) => {
    const { port, paths, close } = await listen();
    onTestFinished(close);

    const { actions } = await exploreJson(createFolder({ 'asks.js': asks(port) }), 'asks.js');

    expect([...paths]).toEqual([]);
    expect(actions[0]?.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(`It waits for a response to GET http://127.0.0.1:${port}/fetched`),
    ]);
  });

  it('reach it with --network', async ({ expect, onTestFinished }) => {
    const { port, paths, close } = await listen();
    onTestFinished(close);
    const folder = createFolder({ 'asks.js': asks(port) });

    const { actions } = await exploreJson(folder, 'asks.js', '--network', '--runs', '5');

    expect([...paths]).toEqual(['/fetched', '/got']);
    expect(actions[0]?.problems).toEqual([]);
  });

  it('include questions about names, which are refused', async ({ expect }) => {
    const folder = createFolder({
      'asks.js': action(
        "const { resolveMx } = require('node:dns/promises');\n  await resolveMx('corp.example');",
      ),
    });

    const { actions } = await exploreJson(folder, 'asks.js', '--runs', '5');

    expect(actions[0]?.problems.map(({ message }) => message)).toEqual([
      'Error: queryMx ECONNREFUSED corp.example',
    ]);
  });

  it('may fail in a way that is meant', async ({ expect }) => {
    const folder = createFolder({
      'asks.js': action(
        "const answer = await fetch('https://score.example.com', { signal: AbortSignal.timeout(1000) });\n  if (!answer.ok) throw new Error('the register is down');\n  await answer.text();",
      ),
    });

    const accepted = ['--accept', 'register is down', '--accept', 'fetch failed|TimeoutError'];

    expect(listKinds(await exploreJson(folder, 'asks.js'))).toEqual(['throws', 'throws', 'throws']);
    expect(listKinds(await exploreJson(folder, 'asks.js', ...accepted))).toEqual([]);
  });
});

it('explore says what is wrong with what was typed, and with Actions that cannot run', async ({
  expect,
}) => {
  const folder = createFolder({
    'own.js': action(''),
    'no-handler.js': 'exports.other = async () => {};',
    'no-package.js': `require('left-pad');\n${action('')}`,
    'no-package-later.js': action("require('left-pad');"),
  });
  const lines = [
    '',
    'own.js --seed x',
    'own.js --runs 0',
    'own.js --time-limit 1',
    'own.js --accept (',
    'own.js --only other',
    'own.js --save own.js/cases',
    'own.js --save own.js',
    'missing.js',
    'no-handler.js',
    'no-package.js',
    'no-package-later.js',
  ];
  const messages: string[] = [];
  for (const line of lines) {
    const args = line === '' ? [] : line.split(' ');
    const { status, stdout, stderr } = await signupActions(folder, 'explore', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    messages.push(`$ explore ${line}\n${stderr}`);
  }
  expect(messages.join('')).toMatchInlineSnapshot(`
    "$ explore 
    error: missing required argument 'path'
    $ explore own.js --seed x
    error: option '--seed <number>' argument 'x' is invalid. It must be a whole number from -2147483648 to 2147483647.
    $ explore own.js --runs 0
    error: option '--runs <number>' argument '0' is invalid. It must be a whole number from 1 to 1000000.
    $ explore own.js --time-limit 1
    error: option '--time-limit <ms>' argument '1' is invalid. It must be a whole number of milliseconds from 1000 to 3600000.
    $ explore own.js --accept (
    error: option '--accept <pattern>' argument '(' is invalid. Invalid regular expression: /(/: Unterminated group.
    $ explore own.js --only other
    error: Failed to use --only other: no Action has that name.
    Actions: own.
    $ explore own.js --save own.js/cases
    error: Failed to write to ~/own.js/cases: ~/own.js is a file, but a folder is needed.
    $ explore own.js --save own.js
    error: Failed to write to ~/own.js: it is a file, but a folder is needed.
    $ explore missing.js
    error: Failed to read ~/missing.js: there is no such file.
    $ explore no-handler.js
    error: Failed to run ~/no-handler.js. The platform calls the export onExecutePreUserRegistration, but this file does not have it: write exports.onExecutePreUserRegistration = async (event, api) => { … }.
    $ explore no-package.js
    error: Failed to run ~/no-package.js. The package left-pad is not installed: run npm install left-pad in ~ or above it.
    $ explore no-package-later.js
    error: Failed to run ~/no-package-later.js. The package left-pad is not installed: run npm install left-pad in ~ or above it.
    "
  `);
});
