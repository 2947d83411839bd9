import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import { createSignup, startingPointNames } from '../src/signups/read-signups.ts';
import { action, createFolder, signupActions } from './command.ts';

const tell = action('console.log(JSON.stringify(event.secrets));');
const told = (stdout: string): readonly unknown[] =>
  [...stdout.matchAll(/│ (\{.*)/g)].map(([, json = '']) => JSON.parse(json) as unknown);

const yaml = `
actions:
  - name: unbound
    code: ./actions/unbound/code.js
    secrets: []
  - name: second
    code: ./actions/second/code.js
    secrets:
      - name: SHARED
        value: _VALUE_NOT_SHOWN_
      - name: GIVEN
        value: plain
  - name: first
    code: ./actions/first/code.js
    secrets:
      - name: SHARED
        value: @@SHARED@@
      - name: KEYWORD
        value: '##KEYWORD##'
triggers:
  pre-user-registration:
    - { action_name: first, display_name: first }
    - { action_name: second, display_name: second }
`;
const tenant = {
  'tenant.yaml': yaml,
  'actions/first/code.js': tell,
  'actions/second/code.js': tell,
};

describe.concurrent('run', () => {
  it.for(['tenant.yaml', '.'])(
    'binds Actions in the order of a tenant.yaml, each with the secrets it declares: %s',
    async (path, { expect }) => {
      const folder = createFolder(tenant);
      const given = ['--secret', 'SHARED=s', '--secret', 'KEYWORD=k'];

      const { stdout, status } = await signupActions(folder, 'run', path, ...given);

      expect(told(stdout)).toEqual([
        { SHARED: 's', KEYWORD: 'k' },
        { SHARED: 's', GIVEN: 'plain' },
      ]);
      expect(stdout.indexOf('✓ first')).toBeLessThan(stdout.indexOf('✓ second'));
      expect(status).toBe(0);
    },
  );

  it('takes no placeholder for a value, wherever it is', async ({ expect }) => {
    const folder = createFolder({ ...tenant, '.env': 'SHARED=_VALUE_NOT_SHOWN_' });

    expect(await signupActions(folder, 'run', 'tenant.yaml', '--env-file', '.env'))
      .toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to run: the secrets SHARED (first), KEYWORD (first), SHARED (second) have no value.
      Put the values into a file and pass it with --env-file FILE, or pass each with --secret NAME=VALUE.
      ",
        "stdout": "",
      }
    `);
    expect(
      await signupActions(folder, 'run', 'tenant.yaml', '--secret', 'SHARED=_VALUE_NOT_SHOWN_'),
    ).toMatchObject({ status: 2, stdout: '' });
  });

  it('prefers typed secrets to the file, and the file to the export', async ({ expect }) => {
    const folder = createFolder({
      ...tenant,
      '.env': 'SHARED=file\nGIVEN=file\nKEYWORD=file\nMORE=x',
    });
    const given = ['--env-file', '.env', '--secret', 'SHARED=typed'];

    const { stdout } = await signupActions(folder, 'run', 'tenant.yaml', ...given);

    expect(told(stdout)).toEqual([
      { SHARED: 'typed', KEYWORD: 'file' },
      { SHARED: 'typed', GIVEN: 'file' },
    ]);
  });

  it('gives an Action file every secret, even beside an export', async ({ expect }) => {
    const folder = createFolder({ ...tenant, 'file.js': tell });
    const given = ['SHARED=s', 'KEYWORD=k', 'OWN=o'].flatMap((pair) => ['--secret', pair]);

    const { stdout } = await signupActions(folder, 'run', 'tenant.yaml', 'file.js', ...given);

    expect(told(stdout).at(-1)).toEqual({ SHARED: 's', KEYWORD: 'k', OWN: 'o' });
  });

  it('tells two files of the same name apart', async ({ expect }) => {
    const folder = createFolder({
      'a/index.js': action("api.user.setUserMetadata('first', true);"),
      'b/a.js': action("api.access.deny('no', 'No.');"),
    });

    const { stdout } = await signupActions(folder, 'run', 'a/index.js', 'b/a.js');

    expect(stdout).toContain('DENIED by a (2)');
  });

  it('runs a folder with an array and an NDJSON file as a batch that shares the cache', async ({
    expect,
  }) => {
    const event = createMockEvent();
    const line = JSON.stringify(event);
    const folder = createFolder({
      'count.js': action(
        "const n = Number(api.cache.get('n')?.value ?? 0) + 1; api.cache.set('n', String(n)); if (n > 3) api.access.deny(`number ${n}`, 'Later.');",
      ),
      'signups/a.json': [event, event],
      'signups/b.ndjson': `${line}\n\n${line}\n`,
      'signups/notes.txt': 'not an event',
    });

    const { stdout, status } = await signupActions(folder, 'run', 'count.js', '-e', 'signups');

    expect(stdout.slice(stdout.indexOf('Summary'))).toMatchInlineSnapshot(`
      "Summary
        ada@example.com  a.json 1    ALLOWED
        ada@example.com  a.json 2    ALLOWED
        ada@example.com  b.ndjson 1  ALLOWED
        ada@example.com  b.ndjson 2  DENIED   count: "number 4"
      4 signups: 3 allowed, 1 denied
      "
    `);
    expect(status).toBe(1);
  });

  it('ends a batch with the highest status of its signups', async ({ expect }) => {
    const of = (email: string): object => createMockEvent({ user: { email } });
    const folder = createFolder({
      'mixed.js': action(
        "if (event.user.email.startsWith('bad')) throw new Error('broken\\nin two lines'); if (event.user.email.startsWith('no')) api.validation.error('no', 'No.');",
      ),
      'events.json': [of('bad@example.com'), of('no@example.com'), of('ada@example.com')],
    });

    const { stdout, status } = await signupActions(folder, 'run', 'mixed.js', '-e', 'events.json');

    expect(stdout.slice(stdout.indexOf('Summary'))).toMatchInlineSnapshot(`
      "Summary
        bad@example.com  events.json 1  FAILED   mixed: broken
        no@example.com   events.json 2  INVALID  mixed: "no"
        ada@example.com  events.json 3  ALLOWED
      3 signups: 1 allowed, 1 invalid, 1 failed
      "
    `);
    expect(status).toBe(3);
  });

  it('starts from one of the kit’s events with --from', async ({ expect }) => {
    const folder = createFolder({
      'show.js': action('console.log(event.connection.strategy);'),
    });

    const { stdout } = await signupActions(folder, 'run', 'show.js', '-f', 'passwordless-sms');

    expect(stdout).toContain('(passwordless-sms)');
    expect(stdout).toContain('│ sms\n');
  });

  it('has a starting point for each way of signing up', async ({ expect }) => {
    const shown: string[] = [];
    for (const name of startingPointNames) {
      for await (const { label, event } of createSignup(name).read()) {
        shown.push(`${label}: ${event.connection.strategy} ${event.transaction === undefined}`);
      }
    }

    expect(shown).toMatchInlineSnapshot(`
      [
        "api-signup: auth0 true",
        "database-otp: auth0 false",
        "management-api: auth0 true",
        "otp-challenge: auth0 true",
        "passkey: auth0 false",
        "passwordless-email: email false",
        "passwordless-sms: sms false",
        "universal-login: auth0 false",
      ]
    `);
  });

  it('takes --event for a file, even if a starting point has its name', async ({ expect }) => {
    const folder = createFolder({
      'one.js': action(''),
      'api-signup': createMockEvent({ user: { email: 'grace@example.com' } }),
    });

    const { stdout } = await signupActions(folder, 'run', 'one.js', '--event', 'api-signup');

    expect(stdout).toContain('── grace@example.com');
  });
});
