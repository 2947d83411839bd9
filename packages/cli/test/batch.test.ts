import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import { mergeCaches } from '../src/batch/merge-caches.ts';
import { action, createFolder, signupActions } from './command.ts';

const toLines = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join('\n');

const signups = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, index) =>
    createMockEvent({ user: { email: `u${index + 1}@example.com` } }),
  );

/** Allows three attempts, as a limit on signups does. */
const limit = action(`const count = Number(api.cache.get('n')?.value ?? 0) + 1;
  api.cache.set('n', String(count));
  if (count > 3) api.access.deny('attempt ' + count, 'Try again later.');`);

describe.concurrent('a batch', () => {
  it('has a line for each of its first refusals, and counts the others', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action("api.access.deny('no', 'No.');"),
      'events.ndjson': toLines(signups(260)),
    });

    const { stdout } = await signupActions(
      folder,
      'run',
      'own.js',
      '-e',
      'events.ndjson',
      '-q',
      '--verbose',
    );

    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(203);
    expect(lines.slice(-2)).toEqual(['  … and 60 more', '260 signups: 260 denied']);
  });

  it('is checked to its last line before the first signup runs', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action(''),
      'events.ndjson': `${toLines(signups(3))}\n{"user":{}}\n`,
    });

    expect(await signupActions(folder, 'run', 'own.js', '-e', 'events.ndjson')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Failed to read ~/events.ndjson, event 4: the event lacks'),
    });
  });

  it.for([1, 2, 3])(
    'prints its signups in their order and the same result each time, with %d at the same time',
    async (jobs, { expect }) => {
      const folder = createFolder({
        'own.js': `const wait = (ms) => new Promise((done) => setTimeout(done, ms));\n${limit.replace('const count', "if (event.user.email === 'u1@example.com') await wait(100);\n  const count")}`,
        'events.ndjson': toLines(signups(7)),
      });

      const { stdout } = await signupActions(
        folder,
        'run',
        'own.js',
        '-e',
        'events.ndjson',
        '--jobs',
        String(jobs),
        '-q',
      );

      const lines = stdout.trimEnd().split('\n');
      expect(lines.slice(1, -1).map((line) => line.trim().split(/ +/)[0])).toEqual(
        signups(7).map((_, index) => `u${index + 1}@example.com`),
      );
      // A signup sees the attempts up to the one before it in its process.
      const denied = signups(7).filter((_, index) => Math.ceil((index + 1) / jobs) > 3);
      expect(stdout.match(/DENIED/g) ?? []).toHaveLength(denied.length);
    },
  );

  it('prints an array of JSON however long it is', async ({ expect }) => {
    const folder = createFolder({ 'own.js': action(''), 'e.ndjson': toLines(signups(3)) });

    const { stdout } = await signupActions(folder, 'run', 'own.js', '-e', 'e.ndjson', '--json');

    const entries = JSON.parse(stdout) as { signup: { user: string } }[];
    expect(entries.map(({ signup }) => signup.user)).toEqual([
      'u1@example.com',
      'u2@example.com',
      'u3@example.com',
    ]);
    expect(stdout).toBe(`${JSON.stringify(entries, undefined, 2)}\n`);
  });
});

describe('a log', () => {
  const entry = {
    date: '2026-11-26T12:00:00.000Z',
    type: 'ss',
    connection: 'Username-Password-Authentication',
    connection_id: 'con_1',
    client_id: 'client-1',
    client_name: 'Shop',
    ip: '192.0.2.7',
    user_agent: 'Firefox',
    strategy: 'auth0',
    tenant_name: 'shop',
    user_name: 'ada@shop.example',
    details: { body: { email: 'ada@shop.example', password: '*****', plan: 'free' } },
  };

  it('has signups, and what it lacks is that of a starting point', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action(
        'console.log(event.user.email ?? event.user.phone_number, event.request.ip, event.client.name, event.tenant.id, JSON.stringify(event.request.body), event.transaction?.locale);',
      ),
      'log.ndjson': toLines([
        entry,
        { ...entry, type: 's' },
        { log_id: '1', data: { ...entry, type: 'fs', details: {}, user_name: '+4612345678' } },
        { ...entry, type: 'actions_execution_failed' },
      ]),
    });

    const { stdout } = await signupActions(folder, 'run', 'own.js', '-e', 'log.ndjson');

    expect(stdout.slice(0, stdout.indexOf('Summary'))).toMatchInlineSnapshot(`
      "Note: The log does not have everything: request.hostname, request.geoip, request.language, transaction, request.body are those of universal-login.
      Note: 2 entries of the log are not about signups and are left out.

      ── ada@shop.example (log.ndjson 1)
      ALLOWED
      Actions
        ✓ own  completed, 0 ms
            │ ada@shop.example 192.0.2.7 Shop shop {"email":"ada@shop.example","plan":"free"} en
      User as created
          email  "ada@shop.example"

      ── +4612345678 (log.ndjson 2)
      ALLOWED
      Actions
        ✓ own  completed, 0 ms
            │ +4612345678 192.0.2.7 Shop shop {} en
      User as created
          phone_number  "+4612345678"

      "
    `);
  });

  it('takes the starting point that the user names', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action('console.log(event.transaction);'),
      'log.json': [entry],
    });

    const { stdout } = await signupActions(
      folder,
      'run',
      'own.js',
      '-e',
      'log.json',
      '--from',
      'api-signup',
    );

    expect(stdout).toContain('are those of api-signup');
    expect(stdout).toContain('│ undefined');
  });

  it('without a signup is an error', async ({ expect }) => {
    const folder = createFolder({ 'own.js': action('') });
    writeFileSync(join(folder, 'log.ndjson'), toLines([{ ...entry, type: 's' }]));

    expect((await signupActions(folder, 'run', 'own.js', '-e', 'log.ndjson')).stderr).toContain(
      'it contains no event',
    );
  });
});

it('merging caches keeps what each flow has changed', ({ expect }) => {
  const toCache = (records: readonly (readonly [string, string, number])[]) =>
    [['tenant', JSON.stringify({ version: 1, records })]] as const;
  const before = toCache([
    ['kept', 'a', 1],
    ['deleted', 'a', 1],
    ['changed', 'a', 1],
  ]);
  const current = toCache([
    ['kept', 'b', 2],
    ['deleted', 'a', 1],
    ['changed', 'b', 2],
    ['new', 'b', 2],
  ]);
  const after = toCache([
    ['kept', 'a', 1],
    ['changed', 'c', 3],
  ]);

  expect(mergeCaches(current, before, after)).toEqual(
    toCache([
      ['kept', 'b', 2],
      ['changed', 'c', 3],
      ['new', 'b', 2],
    ]),
  );
});
