import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, it, type TestContext } from 'vitest';
import { root } from '../../../docs/test/read-pages.ts';
import { action, command, createFolder, toolEnv } from './command.ts';

interface Answer {
  readonly text: string;
  readonly isError: boolean;
}

/** Starts the command in this folder, as a client of the protocol does, and returns how to call its tools. */
async function connect(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  folder: string,
): Promise<{
  readonly client: Client;
  readonly call: (name: string, args?: Record<string, unknown>) => Promise<Answer>;
}> {
  const client = new Client({ name: 'test', version: '0.0.0' });
  const env = Object.fromEntries(
    Object.entries(toolEnv).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [...command, 'mcp'],
      cwd: folder,
      env,
    }),
  );
  onTestFinished(() => client.close());
  return {
    client,
    async call(name, args = {}) {
      const { content, isError = false } = await client.callTool({ name, arguments: args });
      const text = (content as { readonly text: string }[]).map((part) => part.text).join('\n');
      const stable = text.replaceAll(/\d+(\.\d+)? ms/g, '0 ms').replaceAll(folder, '~');
      return { text: stable, isError: isError === true };
    },
  };
}

const gate = action("api.access.deny(`key ${event.secrets.API_KEY}`, 'Not now.');");

describe.concurrent('mcp', () => {
  it('offers tools that say what they do', async ({ expect, onTestFinished }) => {
    const { client } = await connect({ onTestFinished }, createFolder({ 'gate.js': gate }));
    const { tools } = await client.listTools();

    expect(
      tools.map(({ name, annotations, inputSchema }) => ({
        name,
        isReadOnly: annotations?.readOnlyHint,
        input: Object.keys(inputSchema.properties ?? {}).join(' '),
      })),
    ).toMatchInlineSnapshot(`
      [
        {
          "input": "paths",
          "isReadOnly": true,
          "name": "check",
        },
        {
          "input": "paths envFile secrets configuration only from event set unset timeoutMs",
          "isReadOnly": false,
          "name": "run",
        },
        {
          "input": "paths envFile secrets configuration only runs seed timeLimitMs accept",
          "isReadOnly": false,
          "name": "explore",
        },
        {
          "input": "ids",
          "isReadOnly": true,
          "name": "rules",
        },
      ]
    `);
    expect(client.getServerVersion()?.name).toBe('signup-actions');
  });

  it('checks Actions', async ({ expect, onTestFinished }) => {
    const folder = createFolder({
      'gate.js': action("api.access.deny('no');"),
      'fine.js': action(''),
    });
    const { call } = await connect({ onTestFinished }, folder);

    expect(await call('check', { paths: ['gate.js'] })).toMatchInlineSnapshot(`
      {
        "isError": false,
        "text": "gate.js:2  api.access.deny needs a second argument, the message for the user. (deny-without-user-message)
          2 │ api.access.deny('no');
            │ ~~~~~~~~~~~~~~~~~~~~~
      https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message

      ✗ 1 Action checked, 1 mistake found

      Exit status: 1",
      }
    `);
    expect((await call('check')).text).toContain('2 Actions checked, 1 mistake found');
    expect((await call('check', { paths: ['fine.js'] })).text).toMatch(
      /nothing found[^]*status: 0$/,
    );
    expect(await call('check', { paths: ['none.js'] })).toMatchInlineSnapshot(`
      {
        "isError": true,
        "text": "error: Failed to read ~/none.js: there is no such file.

      Exit status: 2",
      }
    `);
  });

  it('runs Actions on the signup that is asked for', async ({ expect, onTestFinished }) => {
    const folder = createFolder({
      'gate.js': action(
        "if (event.user.email?.endsWith('.test')) return api.access.deny('test', 'Please use another address.');\n  api.user.setAppMetadata('plan', event.configuration.plan);",
      ),
    });
    const { call } = await connect({ onTestFinished }, folder);
    const run = (email: string): Promise<Answer> =>
      call('run', {
        paths: ['gate.js'],
        set: { 'user.email': email },
        configuration: { plan: 'free' },
      });

    expect(await run('ada@corp.test')).toMatchInlineSnapshot(`
      {
        "isError": false,
        "text": "── ada@corp.test (universal-login)
      DENIED by gate
        for the log   "test"
        for the user  "Please use another address."
      Actions
        ✗ gate  refused, 0 ms
            api.access.deny("test", "Please use another address.")
      User not created

      Exit status: 1",
      }
    `);
    expect((await run('ada@corp.example')).text).toContain('app_metadata.plan');
    expect(await call('run', { paths: ['--inspect-brk'] })).toMatchInlineSnapshot(`
      {
        "isError": true,
        "text": "error: Failed to read ~/--inspect-brk: there is no such file.

      Exit status: 2",
      }
    `);
    expect((await call('run', { paths: ['gate.js'], from: 'nowhere' })).isError).toBe(true);
  });

  it('never answers with the value of a secret', async ({ expect, onTestFinished }) => {
    const value = 'sk-live-4711';
    const folder = createFolder({
      'gate.js': `${gate}console.log('loaded');`,
      'leak.js': action(
        "console.log(event.secrets);\n  api.user.setAppMetadata('key', event.secrets.API_KEY);\n  throw new Error(event.secrets.API_KEY);",
      ),
      'own.env': `API_KEY=${value}\n`,
    });
    const { call } = await connect({ onTestFinished }, folder);
    const answers = [
      await call('run', { paths: ['gate.js'], envFile: 'own.env' }),
      await call('run', { paths: ['leak.js'], envFile: 'own.env' }),
      await call('run', { paths: ['gate.js'], secrets: { API_KEY: value } }),
      await call('run', { paths: ['none.js'], secrets: { API_KEY: value } }),
    ].map(({ text }) => text);

    expect(answers.filter((text) => text.includes(value))).toEqual([]);
    expect(answers[0]).toContain('key [secret API_KEY]');
  });

  it('explores Actions', async ({ expect, onTestFinished }) => {
    const folder = createFolder({
      'gate.js': action(
        'if (!event.client) throw new Error(`no client for ${event.secrets.API_KEY}`);',
      ),
    });
    const { call } = await connect({ onTestFinished }, folder);
    const input = { paths: ['gate.js'], secrets: { API_KEY: 'sk-live-4711' }, runs: 20 };

    expect(await call('explore', input)).toMatchInlineSnapshot(`
      {
        "isError": false,
        "text": "✗ gate  84 runs, 1 problem

      gate.js:2  fails without client: Error: no client for [secret API_KEY] (throws)
          2 │ if (!event.client) throw new Error(\`no client for \${event.secrets.API_KEY}\`);

        it('does not fail without client', async () => {
          const event = createMockEvent({ secrets: { API_KEY: '[secret API_KEY]' }, client: undefined });
          expect(await runAction(action, event)).not.toHaveFailed();
        });

      ✗ 1 Action explored with seed 0, 1 problem found

      Exit status: 1",
      }
    `);
    expect(await call('explore', { ...input, accept: ['no client'] })).toMatchObject({
      isError: false,
      text: expect.stringMatching(/nothing found[^]*status: 0$/),
    });
    expect(await call('explore', { paths: ['--save'] })).toMatchObject({ isError: true });
  });

  it('explains rules and diagnostics', async ({ expect, onTestFinished }) => {
    const { call } = await connect({ onTestFinished }, createFolder({}));
    const list = await call('rules');
    const one = await call('rules', { ids: ['f6', 'not-called'] });

    expect(list.text.split('\n').length).toBeGreaterThan(80);
    expect(list.text).toContain('diagnostics#call-after-refusal');
    expect(one.text).toMatchInlineSnapshot(`
      "# F6: an Action that throws fails the flow (ours) (docs)

      A handler that throws or rejects has not
      completed: no later Action runs, nothing is applied and the user is not created, even if the Action had refused before. Its
      refusals stay visible. Why: [decision 5](https://signup-actions.github.io/signup-actions/decisions/0005-refusals).

      https://signup-actions.github.io/signup-actions/contract#f6
      # \`not-called\`

      A statement names a method of the api without calling it: \`return api.access.deny;\` does not refuse the registration. \`await response.json\` names a method, too, and reads nothing.

      https://signup-actions.github.io/signup-actions/diagnostics#not-called"
    `);
    expect(await call('rules', { ids: ['Z9'] })).toMatchInlineSnapshot(`
      {
        "isError": true,
        "text": "There is no rule Z9: without ids, this tool lists all.",
      }
    `);
  });
});

it('nothing else loads the library of the protocol', ({ expect }) => {
  const read = (path: string): string => readFileSync(join(root, 'packages/cli/src', path), 'utf8');

  expect(read('options/define-mcp.ts')).toContain("await import('../commands/mcp.ts')");
  expect(read('main.ts')).not.toMatch(/^import .*commands\/mcp/m);
  expect(read('options/define-mcp.ts')).not.toMatch(/^import (?!type).*mcp/m);
});
