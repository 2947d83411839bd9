import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions, recordInColour } from './command.ts';

const blocked = (domains: readonly string[]): string =>
  `const blocked = ${JSON.stringify(domains)};\n${action(
    "const domain = event.user.email?.split('@')[1];\n  if (blocked.includes(domain)) return api.access.deny(`blocked ${domain}`, 'Please use another address.');\n  api.user.setAppMetadata('plan', 'free');",
  )}`;

const events = [
  'ada@example.com',
  'bob@disposable.example',
  'cy@throwaway.example',
  'dee@corp.example',
]
  .map((email) => JSON.stringify(createMockEvent({ user: { email } })))
  .join('\n');

const createVersions = (before: string, after: string): string =>
  createFolder({ 'old.js': before, 'new.js': after, 'signups.ndjson': events });

const diff = (folder: string, ...args: readonly string[]) =>
  signupActions(folder, 'diff', ...args, '--event', 'signups.ndjson');

const toNew = createVersions(
  blocked(['throwaway.example']),
  blocked(['disposable.example', 'throwaway.example']).replace(
    "'free'",
    "event.user.email.endsWith('corp.example') ? 'team' : 'free'",
  ),
);

describe.concurrent('diff', () => {
  it('groups the signups that change', async ({ expect }) => {
    const args = ['diff', 'old.js', 'new.js', '--event', 'signups.ndjson'];
    const { status, stdout, stderr } = await recordInColour(expect, 'diff', toNew, ...args);

    expect(stdout).toMatchInlineSnapshot(`
      "allowed → denied by new: 1
        bob@disposable.example  signups.ndjson 2
          verdict
            old.js  allowed
            new.js  denied by new
          message
            old.js  none
            new.js  "blocked disposable.example", "Please use another address."

      app_metadata: 1
        dee@corp.example  signups.ndjson 4
          app_metadata
            old.js  {"plan":"free"}
            new.js  {"plan":"team"}

      2 of 4 signups change
      "
    `);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('prints Markdown for a pull request', async ({ expect }) => {
    const { stdout } = await diff(toNew, 'old.js', 'new.js', '--format', 'markdown');

    expect(stdout).toMatchInlineSnapshot(`
      "**2 of 4 signups change** between \`old.js\` and \`new.js\`.

      | change | signups | for example | what changes |
      | --- | ---: | --- | --- |
      | \`allowed → denied by new\` | 1 | \`bob@disposable.example\` (\`signups.ndjson 2\`) | \`message\`: \`none\` → \`"blocked disposable.example", "Please use another address."\` |
      | \`app_metadata\` | 1 | \`dee@corp.example\` (\`signups.ndjson 4\`) | \`app_metadata\`: \`{"plan":"free"}\` → \`{"plan":"team"}\` |
      "
    `);
  });

  it('prints JSON', async ({ expect }) => {
    const { stdout } = await diff(toNew, 'old.js', 'new.js', '--json');

    expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
      {
        "after": "new.js",
        "before": "old.js",
        "changed": 2,
        "groups": [
          {
            "change": "allowed → denied by new",
            "signups": [
              {
                "changed": {
                  "message": {
                    "after": ""blocked disposable.example", "Please use another address."",
                    "before": "none",
                  },
                  "verdict": {
                    "after": "denied by new",
                    "before": "allowed",
                  },
                },
                "label": "signups.ndjson 2",
                "user": "bob@disposable.example",
              },
            ],
          },
          {
            "change": "app_metadata",
            "signups": [
              {
                "changed": {
                  "app_metadata": {
                    "after": "{"plan":"team"}",
                    "before": "{"plan":"free"}",
                  },
                },
                "label": "signups.ndjson 4",
                "user": "dee@corp.example",
              },
            ],
          },
        ],
        "schemaVersion": 1,
        "signups": 4,
      }
    `);
  });

  it('ends with status 0 if nothing changes', async ({ expect }) => {
    const folder = createVersions(blocked([]), `// The same.\n${blocked([])}`);

    expect(await diff(folder, 'old.js', 'new.js')).toMatchObject({
      status: 0,
      stdout: '0 of 4 signups change\n',
    });
  });

  it.for([
    ['a message', "api.access.deny('a', 'b');", "api.access.deny('a', 'c');", 'message'],
    [
      'user metadata',
      "api.user.setUserMetadata('k', 1);",
      "api.user.setUserMetadata('k', 2);",
      'user_metadata',
    ],
    ['the user id', "api.user.setUserId('a');", "api.user.setUserId('b');", 'user_id'],
    ['an error', "throw new Error('a');", "throw new Error('b');", 'message'],
    [
      'the kind of a refusal',
      "api.access.deny('a', 'b');",
      "api.validation.error('a', 'b');",
      'denied by old → invalid by new',
    ],
  ])('shows %s that changes', async ([, before = '', after = '', shown], { expect }) => {
    const folder = createVersions(action(before), action(after));
    // The name of an Action is that of its file.
    const names = shown?.includes('by') ? ['old.js', 'new.js'] : ['a/own.js', 'b/own.js'];
    execFileSync('mkdir', ['a', 'b'], { cwd: folder });
    writeFileSync(join(folder, 'a/own.js'), action(before));
    writeFileSync(join(folder, 'b/own.js'), action(after));

    const { stdout, status } = await diff(folder, ...names);

    expect(stdout.split('\n')[0]).toBe(`${shown}: 4`);
    expect(status).toBe(1);
  });

  it('compares git revisions, and removes its copies', async ({ expect }) => {
    const folder = createFolder({ 'tenant/own.js': blocked([]), 'signups.ndjson': events });
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'First');
    writeFileSync(join(folder, 'tenant/own.js'), blocked(['disposable.example']));

    const { stdout, stderr, status } = await diff(folder, 'main:tenant/own.js', 'tenant/own.js');

    expect(stderr).toBe('');
    expect(stdout).toContain('allowed → denied by own: 1');
    expect(status).toBe(1);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('signup-actions-diff-'))).toEqual(
      [],
    );
  });

  it.for([
    ['nowhere:tenant', 'is not in a git repository'],
    ['--output=x:tenant', 'unknown option'],
    ['gone.js', 'there is no such file'],
  ])('explains what is not there: %s', async ([named = '', why], { expect }) => {
    const { status, stderr } = await diff(createVersions('', ''), named, 'new.js');

    expect(stderr).toContain(why);
    expect(status).toBe(2);
  });

  it('prints no secret', async ({ expect }) => {
    const folder = createVersions(
      action("api.user.setAppMetadata('k', event.secrets.KEY);"),
      action("api.user.setAppMetadata('k', event.secrets.KEY + 'x');"),
    );

    const { stdout } = await diff(folder, 'old.js', 'new.js', '--secret', 'KEY=very-secret');

    expect(stdout).toContain('[secret KEY]');
    expect(stdout).not.toContain('very-secret');
  });
});

describe.concurrent('run --check-isolation', () => {
  const run = (source: string, ...args: readonly string[]) =>
    signupActions(
      createFolder({ 'own.js': source, 'signups.ndjson': events }),
      'run',
      'own.js',
      '--event',
      'signups.ndjson',
      '--check-isolation',
      ...args,
    );
  const leaking = `let last;\n${action("if (last) api.user.setAppMetadata('previous', last);\n  last = event.user.email;")}`;

  it('finds state that one signup leaves to the next', async ({ expect }) => {
    const { stdout, status } = await run(leaking);

    expect(stdout).toMatchInlineSnapshot(`
      "app_metadata: 3
        bob@disposable.example  signups.ndjson 2
          app_metadata
            fresh  {}
            warm   {"previous":"ada@example.com"}
        cy@throwaway.example  signups.ndjson 3
          app_metadata
            fresh  {}
            warm   {"previous":"bob@disposable.example"}
        dee@corp.example  signups.ndjson 4
          app_metadata
            fresh  {}
            warm   {"previous":"cy@throwaway.example"}

      3 of 4 signups differ
      An Action keeps something of one signup for the next. Auth0 keeps module-level variables and globals, too.
      "
    `);
    expect(status).toBe(1);
  });

  it('prints JSON', async ({ expect }) => {
    const { stdout } = await run(leaking, '--json');

    expect(JSON.parse(stdout)).toMatchObject({ before: 'fresh', after: 'warm', changed: 3 });
  });

  it('ends with status 0 if there is none, whatever comes of the signups', async ({ expect }) => {
    expect(await run(action("api.access.deny('no', 'No.');"))).toMatchObject({
      status: 0,
      stdout: '0 of 4 signups differ\n',
    });
  });
});

it('explains what is wrong with a revision', async ({ expect }) => {
  const files = {
    'tenant/own.js': "require('left-pad');",
    'plain.js': action(''),
    'signups.ndjson': events,
  };
  const outside = createFolder(files);
  const folder = createFolder(files);
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'First');
  const lines = [
    [outside, 'main:tenant'],
    [folder, 'origin/next:tenant'],
    [folder, 'main:gone.js'],
    [folder, 'main:../gone.js'],
    [folder, 'main'],
    [folder, 'main:'],
    [folder, 'main:tenant/own.js'],
  ] as const;

  const messages: string[] = [];
  for (const [where, named] of lines) {
    const { status, stdout, stderr } = await diff(where, named, 'plain.js');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    messages.push(`$ diff ${named}\n${stderr}`);
  }
  expect(messages.join('')).toMatchInlineSnapshot(`
    "$ diff main:tenant
    error: Failed to read main:tenant: there is no such file, and ~ is not in a git repository, which could have a revision.
    Pass a folder or a file, or run this in the repository.
    $ diff origin/next:tenant
    error: Failed to read origin/next:tenant: the repository has no revision origin/next.
    CI often fetches the last commit only: fetch the revision first, with git fetch origin next.
    $ diff main:gone.js
    error: Failed to read main:gone.js: the revision main has no gone.js in ~.
    $ diff main:../gone.js
    error: Failed to read main:../gone.js: the path after a revision must be in the current folder.
    Run this in a folder above.
    $ diff main
    error: Failed to read ~/main: there is no such file.
    To compare with a git revision, write REVISION:PATH, such as main:tenant.
    $ diff main:
    error: Failed to read main:: a tenant is triggers/triggers.json or tenant.yaml of the deploy tool, or .tf files, but this folder has none of them.
    $ diff main:tenant/own.js
    error: Failed to run main:tenant/own.js. The package left-pad is not installed: run npm install left-pad in ~/tenant or above it.
    "
  `);
});
