import { describe, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const run = (body: string, ...args: readonly string[]): Promise<Done> =>
  signupActions(createFolder({ 'own.js': action(body) }), 'run', 'own.js', ...args);

/** The report from its diagnostics on. */
const diagnostics = (stdout: string): string => /^Diagnostics\n(?: .*\n)*/m.exec(stdout)?.[0] ?? '';

describe.concurrent('a secret without a value', () => {
  it('is named with the option that gives it, whatever comes of the flow', async ({ expect }) => {
    const reading = "event.secrets.ALLOWED_DOMAINS.split(',');";

    const { stdout, status } = await run(reading);

    expect(diagnostics(stdout)).toMatchInlineSnapshot(`
      "Diagnostics
        ! secret-without-value in own: event.secrets.ALLOWED_DOMAINS was read but has no value; pass it with --secret ALLOWED_DOMAINS=VALUE, or in a file with --env-file.
            own.js:2:17 │ event.secrets.ALLOWED_DOMAINS.split(',');
        https://signup-actions.github.io/signup-actions/diagnostics#secret-without-value
      "
    `);
    expect(status).toBe(3);
    for (const body of ['const { KEY } = event.secrets;', "'KEY' in event.secrets;"]) {
      const done = await run(body);
      expect(done.stdout).toContain('ALLOWED');
      expect(done.stdout).toContain('! secret-without-value in own: event.secrets.KEY');
    }
  });

  it('is named by a flow that has to be stopped', async ({ expect }) => {
    const { stdout } = await run('if (!event.secrets.KEY) for (;;);', '--timeout', '100');

    expect(stdout).toContain('! secret-without-value in own: event.secrets.KEY');
  });

  it.for(['--quiet', '--only-failed'])(
    'is named on standard error if %s leaves out the report',
    async (option, { expect }) => {
      const { stderr, status } = await run('event.secrets.KEY;', option);

      expect(stderr).toBe(
        'Note: event.secrets.KEY was read but has no value; pass it with --secret KEY=VALUE, or in a file with --env-file.\n',
      );
      expect(status).toBe(0);
    },
  );

  it('is named once for each Action that reads it', async ({ expect }) => {
    const read = action('for (let i = 0; i < 3; i += 1) event.secrets.KEY;');
    const folder = createFolder({ 'one.js': read, 'two.js': read });

    const { stdout } = await signupActions(folder, 'run', 'one.js', 'two.js');

    expect(stdout.match(/! secret-without-value in \w+/g)).toEqual([
      '! secret-without-value in one',
      '! secret-without-value in two',
    ]);
  });

  it('leaves no trace in secrets that are only printed, spread, looped over or cloned', async ({
    expect,
  }) => {
    const { stdout } = await run(
      `console.log(event.secrets, JSON.stringify(event.secrets), \`\${Object.keys({ ...event.secrets })}\`);
  for (const name in event.secrets) structuredClone(event)[name];
  api.user.setAppMetadata('plain', { ...structuredClone(event.secrets) });`,
      '--set',
      'user.nickname=abcdef',
      '--secret',
      'KEY=abcdef',
    );

    expect(stdout).toContain(`│ { KEY: 'abcdef' } {"KEY":"abcdef"} KEY`);
    expect(diagnostics(stdout)).toBe('');
  });
});

describe.concurrent('what the event itself holds', () => {
  it('is not masked as a secret, and is not exposed', async ({ expect }) => {
    const { stdout } = await run(
      `const domain = event.user.email?.split('@')[1];
  console.log(domain);
  if (domain !== event.secrets.ALLOWED_DOMAIN) return api.access.deny(\`\${domain} is not allowed\`, 'Sorry.');
  api.user.setAppMetadata('domain', domain);`,
      '--secret',
      'ALLOWED_DOMAIN=example.com',
    );

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      ALLOWED
      Actions
        ✓ own  completed, 0 ms
            api.user.setAppMetadata("domain", "example.com")
            │ example.com
      User as created
          email                "ada@example.com"
        + app_metadata.domain  "example.com"

      "
    `);
  });

  it('does not unmask a secret that the event does not hold as a whole', async ({ expect }) => {
    const { stdout } = await run(
      "api.access.deny(`not one of ${event.secrets.DOMAINS}`, 'Sorry.');",
      '--secret',
      'DOMAINS=example.com,corp.example',
    );

    expect(stdout).toContain('for the log   "not one of [secret DOMAINS]"');
    expect(stdout).toContain('! secret-exposed in own');
  });
});

it('printing a secret is a diagnostic', async ({ expect }) => {
  const { stdout } = await run(
    "console.log('calling');\n  console.log(event.secrets);",
    '--secret',
    'API_KEY=sk-live-4711',
  );

  expect(stdout).toContain("│ { API_KEY: '[secret API_KEY]' }");
  expect(diagnostics(stdout)).toMatchInlineSnapshot(`
    "Diagnostics
      ! secret-exposed in own: Console output shows the value of the secret API_KEY; remove it.
          own.js:3:11 │ console.log(event.secrets);
      https://signup-actions.github.io/signup-actions/diagnostics#secret-exposed
    "
  `);
});

it('an error for a file that a secret names shows no secret', async ({ expect }) => {
  const { stderr, status } = await run(
    "require('./' + event.secrets.NAME);",
    '--secret',
    'NAME=hunter2hunter2',
  );

  expect(stderr).toContain('There is no file ./[secret NAME], which it requires.');
  expect(status).toBe(2);
});
