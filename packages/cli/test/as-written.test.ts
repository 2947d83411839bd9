// What an Action wrote is what the report shows: its arguments, its errors and its output.
import { createServer } from 'node:http';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const run = (body: string, ...args: readonly string[]): Promise<Done> =>
  signupActions(createFolder({ 'own.js': action(body) }), 'run', 'own.js', ...args);

const callsOf = (stdout: string): string =>
  stdout
    .match(/^ {6}api\..*$/gm)
    ?.map((line) => line.trim())
    .join('\n') ?? '';

describe.concurrent('the report shows', () => {
  it('calls with the arguments that the Action passed', async ({ expect }) => {
    const { stdout } = await run(
      `api.access.deny('no');
  api.access.deny(new TypeError('down'), { status: 502, tags: [1, undefined], then: () => {} });
  api.access.deny(Promise.resolve(), null);
  api.access.deny();
  api.access.deny('no', 'No.', 'more');
  api.user.setUserMetadata('a', undefined);
  api.user.setUserMetadata('b', new Date(0));
  api.user.setUserMetadata('c', { list: new Set(), nan: NaN });
  for (const args of [[{ plan: 'free' }], ['bad.key', 7n], [Symbol('s'), () => {}], ['c', function check() {}]]) {
    try { api.user.setAppMetadata(...args); } catch {}
  }
  try { api.validation.error('code'); } catch {}
  api.user.setAppMetadata('plain', { a: [1, 'two', null] });
  const cyclic = { name: 'self' };
  cyclic.self = cyclic;
  try { api.user.setAppMetadata('d', cyclic); } catch {}
  api.access.deny({ get secret() { throw new Error('no'); } }, 'No.');`,
    );

    expect(callsOf(stdout)).toMatchInlineSnapshot(`
      "api.access.deny("no")
      api.access.deny(new TypeError("down"), {"status":502,"tags":[1,undefined],"then":[function then]})
      api.access.deny([a Promise], null)
      api.access.deny()
      api.access.deny("no", "No.", "more")
      api.user.setUserMetadata("a", undefined)
      api.user.setUserMetadata("b", new Date("1970-01-01T00:00:00.000Z"))
      api.user.setUserMetadata("c", {"list":[a Set],"nan":NaN})
      api.user.setAppMetadata({"plan":"free"}) threw ContractError
      api.user.setAppMetadata("bad.key", 7n) threw ContractError
      api.user.setAppMetadata(Symbol(s), [function]) threw ContractError
      api.user.setAppMetadata("c", [function check])
      api.validation.error("code") threw ContractError
      api.user.setAppMetadata("plain", {"a":[1,"two",null]})
      api.user.setAppMetadata("d", {"name":"self","self":{"name":"self","self":{"name":"self","self":…}}}) threw ContractError
      api.access.deny([unprintable], "No.")"
    `);
    expect(stdout).toContain(
      '! deny-without-user-message in own: api.access.deny("no") has no message for the user',
    );
    expect(stdout).toContain('metadata-undefined in own: api.user.setUserMetadata("a", undefined)');
  });

  it('no secret in arguments that are shown as they were passed', async ({ expect }) => {
    const { stdout } = await run(
      'api.access.deny(new Error(`key ${event.secrets.KEY}`), undefined); api.user.setAppMetadata("a", new Map([[event.secrets.KEY, 1]]));',
      '--secret',
      'KEY=sk-live-4711',
    );

    expect(callsOf(stdout)).toContain('api.access.deny(new Error("key [secret KEY]"), undefined)');
    expect(stdout).not.toContain('sk-live-4711');
  });

  it('what caused an error, and the errors that it joins', async ({ expect }) => {
    const { stdout } = await run(
      `const refused = new Error('key ' + event.secrets.KEY);
  throw new Error('CRM down', { cause: new AggregateError([refused, 'offline'], 'both hosts') });`,
      '--secret',
      'KEY=sk-live-4711',
    );

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      FAILED in own (action_error)
        Error: CRM down
          caused by AggregateError: both hosts
            caused by Error: key [secret KEY]
            caused by Error: threw "offline"
            own.js:3:9 │ throw new Error('CRM down', { cause: new AggregateError([refused, 'offline'], 'both hosts') });
      Actions
        ✗ own  failed, 0 ms
      User not created

      "
    `);
  });

  it('why a request failed', async ({ expect }) => {
    // A port that was just free.
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));

    const { stdout } = await run(`await fetch('http://127.0.0.1:${port}/check');`);

    expect(stdout.replaceAll(String(port), 'PORT').split('\n').slice(1, 5).join('\n'))
      .toMatchInlineSnapshot(`
        "FAILED in own (action_error)
          TypeError: fetch failed
            caused by Error: connect ECONNREFUSED 127.0.0.1:PORT
              own.js:2:9 │ await fetch('http://127.0.0.1:PORT/check');"
      `);
  });

  it('what was thrown, even if it is no error', async ({ expect }) => {
    expect((await run("throw { code: 'E_DOWN' };")).stdout).toContain(
      'Error: threw {"code":"E_DOWN"}',
    );
  });

  it('all console output, with a mark where the platform stops', async ({ expect }) => {
    const { stdout } = await run(
      "console.log('x'.repeat(250)); console.log('the cause is here'); console.log('last line');",
    );

    expect(stdout.match(/ {6}[│┊] .*/g)?.map((line) => line.trim())).toEqual([
      `│ ${'x'.repeat(250)}`,
      '│ the c',
      "┊ … cut: the platform keeps 256 characters of an Action's output.",
      '┊ ause is here',
      '┊ last line',
    ]);
  });

  it('neither deprecations of Node nor our own frames as output of the Action', async ({
    expect,
  }) => {
    const { stdout } = await run(
      "require('punycode'); new Buffer(1); console.log(new Error('own').stack);",
    );

    expect(stdout).not.toMatch(/Deprecat|node --trace|workbench|runtime-core/);
    expect(stdout).toMatch(/│ Error: own\n {6}│ {5}at .*own\.js:2/);
  });
});
