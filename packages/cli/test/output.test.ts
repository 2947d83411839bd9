// How much is shown, of what, and in which form.
import { createMockEvent } from '@signup-actions/testing';
import stringWidth from 'string-width';
import { beforeAll, describe, it } from 'vitest';
import { loadColumns } from '../src/print/columns.ts';
import { fitText } from '../src/print/fit-text.ts';
import {
  action,
  createFolder,
  runSignupActions,
  signupActions,
  startSignupActions,
  type Watching,
} from './command.ts';

const events = ['ada', 'mallory', 'eve'].map((name) =>
  createMockEvent({ user: { email: `${name}@example.com` } }),
);
const mixed = action(
  `if (event.user.email.startsWith('mallory')) api.access.deny('bot');
  if (event.user.email.startsWith('eve')) throw new Error('broken');
  console.log('seen');`,
);
const folder = createFolder({
  'mixed.js': mixed,
  'fine.js': action(''),
  'events.json': events,
  'one.json': events[1],
  'tenant.yaml': `actions:
  - { name: mixed, code: mixed.js, secrets: [{ name: KEY, value: _VALUE_NOT_SHOWN_ }] }
  - { name: fine, code: fine.js }
triggers: { pre-user-registration: [{ action_name: mixed }, { action_name: fine }] }`,
});
const run = (...args: readonly string[]): ReturnType<typeof signupActions> =>
  signupActions(folder, 'run', ...args);

describe.concurrent('run', () => {
  it('--quiet prints a line for each signup', async ({ expect }) => {
    expect((await run('mixed.js', '-e', 'events.json', '--quiet')).stdout).toMatchInlineSnapshot(`
      "Summary
        ada@example.com      events.json 1  ALLOWED
        mallory@example.com  events.json 2  DENIED   mixed: "bot"
        eve@example.com      events.json 3  FAILED   mixed: broken
      3 signups: 1 allowed, 1 denied, 1 failed
      "
    `);
    expect((await run('mixed.js', '-e', 'one.json', '--quiet')).stdout).toMatchInlineSnapshot(`
      "  mallory@example.com  one.json  DENIED  mixed: "bot"
      "
    `);
  });

  it('--only-failed prints the reports of what is refused or failed', async ({ expect }) => {
    const { stdout } = await run('mixed.js', '-e', 'events.json', '--only-failed');

    expect(stdout.match(/^── \S+/gm)).toEqual(['── mallory@example.com', '── eve@example.com']);
    expect(stdout).toContain('3 signups: 1 allowed, 1 denied, 1 failed');
  });

  it('--only runs the Actions of these names, with their secrets alone', async ({ expect }) => {
    const { stdout, status } = await run('tenant.yaml', '--only', 'fine');

    expect(stdout).toContain('✓ fine');
    expect(stdout).not.toContain('mixed');
    expect(status).toBe(0);
    expect((await run('tenant.yaml', '--only', 'fien')).stderr).toMatchInlineSnapshot(`
      "error: Failed to use --only fien: no Action has that name.
      Actions: mixed, fine.
      "
    `);
  });

  it('--strict ends with status 1 for a diagnostic or a note', async ({ expect }) => {
    const strict = createFolder({
      'late.js': action('event.secrets.KEY;'),
      'typed.ts': 'export const onExecutePreUserRegistration = async () => {};',
    });

    for (const file of ['late.js', 'typed.ts']) {
      expect((await signupActions(strict, 'run', file)).status).toBe(0);
      expect((await signupActions(strict, 'run', file, '--strict')).status).toBe(1);
    }
    expect((await run('fine.js', '--strict')).status).toBe(0);
  });

  it('--json has a version, and what belongs to each outcome', async ({ expect }) => {
    const { stdout } = await run('mixed.js', '-e', 'events.json', '--json');
    const [allowed, denied] = JSON.parse(stdout) as readonly object[];

    expect(allowed).toMatchObject({
      schemaVersion: 1,
      signup: { label: 'events.json 1', user: 'ada@example.com' },
      status: 'allowed',
      console: [{ action: 'mixed', text: 'seen' }],
    });
    expect(denied).toMatchObject({
      diagnostics: [
        {
          code: 'deny-without-user-message',
          site: { file: 'mixed.js', line: 2, column: expect.any(Number) },
        },
      ],
    });
  });

  it('--ndjson prints a line for each signup when it is done', async ({ expect }) => {
    const { stdout, status } = await run('mixed.js', '-e', 'events.json', '--ndjson');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { status: string });

    expect(lines.map((line) => line.status)).toEqual(['allowed', 'denied', 'failed']);
    expect(status).toBe(3);
  });

  it('shows a lot only with --verbose', async ({ expect }) => {
    const much = createFolder({
      'much.js': action(
        "for (let i = 0; i < 100; i += 1) api.cache.get('k'); api.user.setUserMetadata('bio', 'x'.repeat(5_000));",
      ),
    });

    const short = (await signupActions(much, 'run', 'much.js')).stdout;
    const long = (await signupActions(much, 'run', 'much.js', '--verbose')).stdout;

    expect(short).toContain('      … 51 more lines; --verbose shows them');
    expect(short).toMatch(/x… \([\d,]+ more characters; --verbose shows them\)/);
    expect(short.match(/api\.cache\.get/g)).toHaveLength(50);
    expect(long.match(/api\.cache\.get/g)).toHaveLength(100);
    expect(long).toContain('x'.repeat(5_000));
  });

  it('says the same of the same place once, and names each argument', async ({ expect }) => {
    const twice = createFolder({
      'own.js': action('for (const why of [1, 1]) api.access.deny(why, new Error("b"));'),
    });

    const { stdout } = await signupActions(twice, 'run', 'own.js');

    expect(stdout.match(/! argument-not-a-string.*/g)).toMatchInlineSnapshot(`
      [
        "! argument-not-a-string in own: api.access.deny(1, new Error("b")) takes strings but received 1 as its first argument; pass the string to log or to show to the user.",
        "! argument-not-a-string in own: api.access.deny(1, new Error("b")) takes strings but received an Error as its second argument; pass the string to log or to show to the user.",
      ]
    `);
  });

  it('tells a missing return once, and how many calls follow', async ({ expect }) => {
    const missing = createFolder({
      'own.js': action(
        "api.access.deny('no', 'No.'); for (let i = 0; i < 9_000; i += 1) api.user.setUserMetadata('n', i);",
      ),
    });

    const { stdout } = await signupActions(missing, 'run', 'own.js');

    expect(stdout.match(/! call-after-refusal.*/g)).toMatchInlineSnapshot(`
      [
        "! call-after-refusal in own: api.user.setUserMetadata("n", 0) was called after the same Action had refused; return right after a refusal. It was followed by many more calls.",
      ]
    `);
  });

  it('aligns names of wide characters', async ({ expect }) => {
    const wide = createFolder({
      '日本語.js': action(''),
      'ascii.js': action(''),
      '🎉.js': action("api.user.setUserMetadata('名前', 1); api.user.setUserMetadata('n', 1);"),
    });

    const { stdout } = await signupActions(wide, 'run', '日本語.js', 'ascii.js', '🎉.js');

    const before = (words: string) =>
      stdout
        .split('\n')
        .filter((line) => line.includes(words))
        .map((line) => stringWidth(line.slice(0, line.indexOf(words))));
    expect(new Set(before('completed')).size).toBe(1);
    expect(new Set(before('  1')).size).toBe(1);
  });
});

describe.concurrent('a terminal', () => {
  beforeAll(loadColumns);

  const text = [
    '── ada@example.com (a.json)',
    `      api.access.deny("${'a reason '.repeat(12)}", "No.")`,
    `  \u001b[31mfor the log   ${'日本'.repeat(40)}\u001b[39m`,
  ].join('\n');

  it.for([40, 80, 120])('of %i columns has no longer line', (columns, { expect }) => {
    const lines = fitText(text, { columns }).split('\n');

    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    expect(lines.length).toBeGreaterThan(3);
  });

  it('of 80 columns wraps below the beginning of a line', ({ expect }) => {
    expect(fitText(text, { columns: 80 }).split('\n').slice(0, 3).join('\n'))
      .toMatchInlineSnapshot(`
      "── ada@example.com (a.json)
            api.access.deny("a reason a reason a reason a reason a reason a reason
                a reason a reason a reason a reason a reason a reason ", "No.")"
    `);
  });

  it('breaks no address, which nobody could open', ({ expect }) => {
    const address = `https://signup-actions.github.io/signup-actions/diagnostics#${'long-'.repeat(9)}`;
    const lines = `Diagnostics\n  ${address}\n  \u001b[2m${address}\u001b[22m`;

    expect(fitText(lines, { columns: 80 })).toBe(lines);
  });

  it('is none in a file, where lines stay whole up to a limit', ({ expect }) => {
    expect(fitText(text, {})).toBe(text);
  });
});

describe.concurrent('a terminal of 80 columns', () => {
  const careless = `exports.onExecutePreUserRegistration = async (event, api) => {
  const key = event.secrets.A_SECRET_WITH_A_LONG_NAME; const id = event.client.client_id.length + 1; const other = 'x';
  if (event.user.email?.startsWith('m')) { api.access.deny(\`disposable address \${event.user.email}\`, 'Please use the address of your company.'); }
  api.user.setAppMetadata('id', id);
};
`;
  const project = createFolder({
    'careless.js': careless,
    'old.js': careless.replace('your company', 'the company that you work for'),
    'a.signup.yaml': `actions: careless.js
event: { user: { email: mallory@mail.disposable.example } }
expect: { refusal: { reason: something else, userMessage: Please use the address of another company. } }`,
    'tenant.yaml': `actions:
  - { name: careless, code: careless.js, secrets: [{ name: A_SECRET_WITH_A_LONG_NAME }] }
triggers: { pre-user-registration: [{ action_name: careless }] }`,
    'events.json': ['ada', 'mallory'].map((name) =>
      createMockEvent({ user: { email: `${name}@mail.disposable.example` } }),
    ),
  });
  const runOnTerminal = async (
    args: readonly string[],
    watching: Partial<Watching> = {},
  ): Promise<Readonly<Record<'stdout' | 'stderr', string>>> => {
    const printed = { stdout: '', stderr: '' };
    const onPrint: Watching['onPrint'] = (text, stream) => void (printed[stream] += text);
    await startSignupActions(project, args, { onPrint, columns: 80, ...watching });
    return printed;
  };
  const isAddress = (line: string): boolean => line.includes('https://');

  it.for([
    ['check', 'careless.js'],
    ['test', 'a.signup.yaml'],
    ['diff', 'old.js', 'careless.js', '--event', 'events.json'],
  ])('shows no longer line of %s, and breaks no word', async (args, { expect }) => {
    const wide = await runOnTerminal(args, { columns: 400 });
    const { stdout } = await runOnTerminal(args);

    for (const line of stdout.split('\n').filter((each) => !isAddress(each))) {
      expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    }
    const words = wide.stdout.split(/\s+/);
    // What `check` quotes of a long line is cut, with a mark.
    const broken = stdout
      .split('\n')
      .filter((line) => !/^ +(\d+ │|│)/.test(line))
      .flatMap((line) => line.split(/\s+/))
      .filter((word) => word !== '' && !words.includes(word));
    expect(broken).toEqual([]);
    expect(stdout.split('\n').length).toBeGreaterThan(wide.stdout.split('\n').length);
  });

  it('leaves the tests of explore as they are, to paste', async ({ expect }) => {
    const args = ['explore', 'tenant.yaml', '--runs', '40'];
    const { stdout } = await runOnTerminal(args);
    const json = await runOnTerminal([...args, '--json']);

    const { actions } = JSON.parse(json.stdout) as {
      readonly actions: readonly { readonly problems: readonly { readonly test: string }[] }[];
    };
    const lines = actions
      .flatMap(({ problems }) => problems)
      .flatMap(({ test }) => test.split('\n'));
    expect(Math.max(...lines.map(({ length }) => length))).toBeGreaterThan(80);
    for (const line of lines) expect(stdout).toContain(line);
  });

  it.for([
    { isPiped: false, says: 'a bar' },
    {
      isPiped: true,
      says: 'no bar, which would be among the lines of the program that gets the output',
    },
  ])('shows $says when isPiped is $isPiped', async ({ isPiped }, { expect }) => {
    const args = [
      'run',
      'careless.js',
      '-e',
      'events.json',
      '--json',
      '--secret',
      'A_SECRET_WITH_A_LONG_NAME=abcdefgh',
    ];
    const { stderr } = await runOnTerminal(args, { isPiped });

    expect(stderr.includes('of 2 signups')).toBe(!isPiped);
  });
});

describe.concurrent('complete', () => {
  it.for(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell, { expect }) => {
    const { stdout, status } = await runSignupActions(folder, 'complete', shell);

    expect(stdout).toContain(`${shell} completion for signup-actions`);
    expect(status).toBe(0);
  });

  it('completes options and their choices', async ({ expect }) => {
    const { stdout } = await runSignupActions(folder, 'complete', '--', 'run', '--from', '');

    expect(stdout).toContain('passwordless-sms');
  });
});
