import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockEvent } from '@signup-actions/testing';
import { action, createFolder, signupActions, type Done } from './command.ts';

let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer((_, response) => setImmediate(() => response.end('{}')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => void server.close());

const run = (body: string, before = ''): Promise<Done> =>
  signupActions(
    createFolder({
      'own.js': `const wait = (ms) => new Promise((done) => setTimeout(done, ms));\n${before}\n${action(body)}`,
    }),
    'run',
    'own.js',
    '--secret',
    `URL=${url}`,
  );

describe('work that a handler did not wait for', () => {
  it('and that fails is told once, with the place where it began, and fails its Action', async () => {
    const { stdout, status } = await run(
      'later();',
      "const later = async () => {\n  await wait(20);\n  throw new Error('backend is away');\n};",
    );

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      FAILED in own (action_error)
        Error: backend is away
            own.js:4:9 │ throw new Error('backend is away');
      Actions
        ✗ own  failed, 0 ms
      User not created
      Diagnostics
        ! work-left-running in own: The handler did not wait for work that it had begun; await all work before the handler returns.
            own.js:7:3 │ later();
        https://signup-actions.github.io/signup-actions/diagnostics#work-left-running

      "
    `);
    expect(status).toBe(3);
  });

  it.each([
    ['a request', 'fetch(event.secrets.URL);'],
    ['a request', "require('node:http').get(event.secrets.URL, (answer) => answer.resume());"],
    ['a file operation', "require('node:fs').promises.readFile(__filename);"],
    ['a process', "require('node:child_process').spawn('sleep', ['0.2']);"],
  ])('and that ends quietly is told: %s with %s', async (what, body) => {
    const { stdout, status } = await run(body);

    expect(stdout).toContain(
      `! work-left-running in own: The handler did not wait for ${what} that it had begun`,
    );
    expect(stdout.replaceAll(/:4:\d+/g, ':4')).toContain(`own.js:4 │ ${body}`);
    expect(status).toBe(0);
  });

  it.each([
    'await fetch(event.secrets.URL).then((answer) => answer.text());',
    'await fetch(event.secrets.URL);',
    "await new Promise((done) => require('node:http').get(event.secrets.URL, (answer) => answer.resume().on('end', done)));",
    "await require('node:fs').promises.readFile(__filename);",
    'await Promise.race([fetch(event.secrets.URL), wait(30_000)]);',
    "require('node:fs').readFileSync(__filename);",
  ])('is not told of work that is done: %s', async (body) => {
    expect((await run(body)).stdout).not.toContain('Diagnostics');
  });

  it('and that refuses is a refusal for the exit status, and the head says so', async () => {
    const { stdout, status } = await run(
      "fetch(event.secrets.URL).then(() => api.access.deny('bot', 'No.'));",
    );

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      ALLOWED, although own refused: it was too late
        The platform may let the user in.
      Actions
        ✓ own  completed, 0 ms
      User as created
          email  "ada@example.com"
      Diagnostics
        ! late-call in own: api.access.deny("bot", "No.") was called after its handler had settled; await all work before the handler returns.
            own.js:4:50 │ fetch(event.secrets.URL).then(() => api.access.deny('bot', 'No.'));
        https://signup-actions.github.io/signup-actions/diagnostics#late-call

      "
    `);
    expect(status).toBe(1);
  });

  it('and that refuses is named in the summary of a batch', async () => {
    const folder = createFolder({
      'own.js': action("setTimeout(() => api.validation.error('late', 'No.'), 20);"),
      'events.json': [createMockEvent(), createMockEvent()],
    });

    const { stdout, status } = await signupActions(folder, 'run', 'own.js', '-e', 'events.json');

    expect(stdout).toContain('ALLOWED  own: refused too late\n');
    expect(status).toBe(1);
  });
});
