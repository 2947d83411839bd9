import { describe, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const run = (body: string, ...args: readonly string[]): Promise<Done> =>
  signupActions(createFolder({ 'own.js': action(body) }), 'run', 'own.js', ...args);

describe.concurrent('the report', () => {
  it('shows what each Action called and printed, and the changes to the user', async ({
    expect,
  }) => {
    const { stdout } = await run(
      `api.user.setUserMetadata('plan', 'pro');
  api.user.setUserMetadata('old', null);
  api.user.setAppMetadata('seats', 3);
  api.user.setUserId('ada');
  console.log('one\\n  two');
  console.error('three');`,
      '--set',
      'user.user_metadata={"plan":"free","old":1,"kept":true}',
    );

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      ALLOWED
      Actions
        ✓ own  completed, 0 ms
            api.user.setUserMetadata("plan", "pro")
            api.user.setUserMetadata("old", null)
            api.user.setAppMetadata("seats", 3)
            api.user.setUserId("ada")
            │ one
            │   two
            │ three
      User as created
          email               "ada@example.com"
        - user_metadata.plan  "free"
        + user_metadata.plan  "pro"
        - user_metadata.old   1
          user_metadata.kept  true
        + app_metadata.seats  3
        + user_id             "auth0|ada"

      "
    `);
  });

  it('shows the line behind each diagnostic, even of a call after the outcome', async ({
    expect,
  }) => {
    const { stdout, status } = await run(
      `const refuse = () => api.access.deny('bot');
  refuse();
  api.user.setAppMetadata('when', new Date(0));
  setTimeout(() => api.access.deny('later', 'Too late.'), 20);`,
    );

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      DENIED by own
        for the log   "bot"
        for the user  ""
      Actions
        ✗ own  refused, 0 ms
            api.access.deny("bot")
            api.user.setAppMetadata("when", new Date("1970-01-01T00:00:00.000Z"))
      User not created
      Diagnostics
        ! deny-without-user-message in own: api.access.deny("bot") has no message for the user; pass one as the second argument.
            own.js:2:35 │ const refuse = () => api.access.deny('bot');
        ! metadata-not-json in own: api.user.setAppMetadata("when", new Date("1970-01-01T00:00:00.000Z")) received a Date, which changes when it is converted to JSON; pass the value that should be stored.
            own.js:4:12 │ api.user.setAppMetadata('when', new Date(0));
        ! call-after-refusal in own: api.user.setAppMetadata("when", new Date("1970-01-01T00:00:00.000Z")) was called after the same Action had refused; return right after a refusal.
            own.js:4:12 │ api.user.setAppMetadata('when', new Date(0));
        ! late-call in own: api.access.deny("later", "Too late.") was called after its handler had settled; await all work before the handler returns.
            own.js:5:31 │ setTimeout(() => api.access.deny('later', 'Too late.'), 20);
        https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message
        https://signup-actions.github.io/signup-actions/diagnostics#metadata-not-json
        https://signup-actions.github.io/signup-actions/diagnostics#call-after-refusal
        https://signup-actions.github.io/signup-actions/diagnostics#late-call

      "
    `);
    expect(status).toBe(1);
  });

  it('shows no secret in calls, sources, errors, the console or the summary', async ({
    expect,
  }) => {
    const key = 'sk-live-4711';
    const pem = '-----BEGIN-----\nline-of-the-key\n-----END-----';
    const { stdout, stderr } = await run(
      `console.log({ key: event.secrets.KEY, pem: event.secrets.PEM });
  console.log(event.secrets.PEM, JSON.stringify(event.secrets));
  api.user.setAppMetadata('key', event.secrets.KEY);
  api.user.setAppMetadata('copy', 'sk-live-4711' + new Date(NaN));
  throw new Error('no answer for ' + event.secrets.KEY);`,
      '--secret',
      `KEY=${key}`,
      '--secret',
      `PEM=${pem}`,
    );

    expect(stdout + stderr).not.toMatch(/sk-live-4711|line-of-the-key/);
    expect(stdout).toContain('[secret KEY]');
  });

  it('shows no part of a secret if it cuts the console output', async ({ expect }) => {
    const { stdout } = await run(
      "for (let n = 0; n < 100; n += 1) console.log(event.secrets.KEY); process.stdout.write('x'.repeat(60_000));",
      '--secret',
      `KEY=${'0123456789'.repeat(400)}`,
    );

    expect(stdout).not.toContain('0123456789');
    expect(stdout).toContain('… cut');
  });

  it('shows no secret in the user that is created', async ({ expect }) => {
    const { stdout, status } = await run(
      "api.user.setAppMetadata('copy', `key ${event.secrets.KEY}`);",
      '--secret',
      'KEY=sk-live-4711',
    );

    expect(stdout).toContain('+ app_metadata.copy  "key [secret KEY]"');
    expect(stdout).not.toContain('sk-live-4711');
    expect(status).toBe(0);
  });

  it('shows nothing that controls the terminal, whatever an Action prints or throws', async ({
    expect,
  }) => {
    const { stdout } = await run(
      "console.log('\\u001b[2Jcleared\\u0008');\n  throw new Error('\\u001b[2Jfailed\\r\\u009b2J');",
    );

    expect(stdout).toContain('│ cleared\n');
    expect(stdout).toContain('Error: \\u001b[2Jfailed\\u000d\\u009b2J');
    // oxlint-disable-next-line no-control-regex -- they are what is removed
    expect(stdout).not.toMatch(/[\u0008\r\u001B\u009B]/);
  });
});
