import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';
import { watch } from './watching.ts';

describe.concurrent('--watch', () => {
  it('runs again when an Action, the event or the secrets change, and names the file', async ({
    expect,
  }) => {
    const folder = createFolder({
      'own.js': action(''),
      'event.json': createMockEvent(),
      'own.env': 'KEY=one',
    });
    const inputs = ['own.js', '--event', 'event.json', '--env-file', 'own.env'];
    const { until, interrupt } = watch(folder, 'run', ...inputs);
    await until('Watching for changes');

    writeFileSync(join(folder, 'own.js'), action("api.access.deny(event.secrets.KEY, 'No.');"));
    expect(await until('DENIED')).toContain('Changed: own.js\n');

    const event = createMockEvent({ user: { email: 'grace@example.com' } });
    writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
    expect(await until('── grace@example.com')).toContain('Changed: event.json\n');

    writeFileSync(join(folder, 'own.env'), 'KEY=');
    expect(await until('for the log   ""')).toContain('Changed: own.env\n');

    expect(await interrupt()).toBe(1);
  });

  it('waits for the next change after a usage error, and ignores the cache that it writes', async ({
    expect,
  }) => {
    const folder = createFolder({
      'tenant/tenant.yaml':
        'actions: [{ name: own, code: ../own.js }]\ntriggers: { pre-user-registration: [{ action_name: own }] }',
      'own.js': action("api.cache.set('key', 'value');"),
    });
    const { until, interrupt } = watch(folder, 'run', 'tenant', '--cache', 'tenant/cache.json');
    await until('Watching for changes');

    writeFileSync(join(folder, 'own.js'), 'exports.nothing = 1;');
    expect(await until('this file does not have it')).toContain('Changed: own.js\n');

    writeFileSync(join(folder, 'own.js'), action("api.access.deny('now', 'No.');"));
    expect(await until('DENIED')).not.toContain('cache.json');

    expect(await interrupt()).toBe(1);
  });

  it('runs again when a file changes that an Action requires, however deep', async ({ expect }) => {
    const folder = createFolder({
      'own.js': `const { words } = require('./lib/words.js');\n${action(
        "if (words().length > 1) api.access.deny('many', 'No.'); require('./lib/late.json');",
      )}`,
      'lib/words.js': "exports.words = () => require('./words.json');",
      'lib/words.json': ['one'],
      'lib/late.json': {},
    });
    const { until, interrupt } = watch(folder, 'run', 'own.js');
    await until('Watching for changes');

    writeFileSync(join(folder, 'lib/words.json'), '["one", "two"]');
    expect(await until('DENIED')).toContain('Changed: lib/words.json\n');
    await until('Watching for changes');

    // A file that does not parse is watched all the same.
    writeFileSync(join(folder, 'lib/words.js'), 'exports.words = (');
    await until('FAILED');
    await until('Watching for changes');
    writeFileSync(join(folder, 'lib/words.js'), 'exports.words = () => [];');
    expect(await until('ALLOWED')).toContain('Changed: lib/words.js\n');
    await until('Watching for changes');

    writeFileSync(join(folder, 'lib/late.json'), '[]');
    expect(await until('ALLOWED')).toContain('Changed: lib/late.json\n');

    await interrupt();
  });

  it('runs again when the user presses Enter, and stops at q', async ({ expect }) => {
    const folder = createFolder({ 'own.js': action("api.access.deny('no', 'No.');") });
    const { until, press, status } = watch(folder, 'run', 'own.js');
    expect(await until('Watching')).toContain('Press Enter to run again, q to stop.');

    press('\r');
    expect(await until('DENIED')).toContain('Running again\n');
    await until('Watching');

    press('q');
    expect(await status).toBe(1);
  });

  it('watches what only begins like the file of the cache', async ({ expect }) => {
    const folder = createFolder({ 'own.js': action(''), 'ev.json': createMockEvent() });
    const { until, interrupt } = watch(folder, 'run', 'own.js', '-e', 'ev.json', '--cache', 'ev');
    await until('Watching');

    const grace = createMockEvent({ user: { email: 'grace@example.com' } });
    writeFileSync(join(folder, 'ev.json'), JSON.stringify(grace));

    expect(await until('── grace@example.com')).toContain('Changed: ev.json');
    await interrupt();
  });

  it('does not wait after a usage error in the first run', async ({ expect }) => {
    const { status, stderr } = await signupActions(createFolder({}), 'run', 'gone.js', '--watch');

    expect(status).toBe(2);
    expect(stderr).toContain('there is no such file');
  });
});

describe.concurrent('test --watch', () => {
  it('runs again when a case, an Action or a file that it requires changes', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action("if (require('./lib/closed.json')[0]) api.access.deny('closed', 'No.');"),
      'lib/closed.json': [false],
      'cases/a.signup.json': { expect: { status: 'allowed', diagnostics: ['local-file'] } },
    });
    const { until, interrupt } = watch(folder, 'test', 'cases');
    expect(await until('Watching for changes')).toContain('1 case: 1 passed');

    writeFileSync(join(folder, 'lib/closed.json'), '[true]');
    expect(await until('1 failed')).toContain('Changed: lib/closed.json\n');
    await until('Watching for changes');

    writeFileSync(
      join(folder, 'cases/b.signup.json'),
      '{ "expect": { "diagnostics": ["local-file"] } }',
    );
    expect(await until('2 cases')).toContain('Changed: cases/b.signup.json\n');
    await until('Watching for changes');

    writeFileSync(join(folder, 'own.js'), action(''));
    expect(await until('2 failed')).toContain('Changed: own.js\n');
    expect(await interrupt()).toBe(1);
  });

  it('waits for the next change after a case that cannot be read, and stops at q', async ({
    expect,
  }) => {
    const folder = createFolder({
      'own.js': action(''),
      'a.signup.json': { expect: { status: 'allowed' } },
    });
    const { until, press, status } = watch(folder, 'test');
    await until('Watching for changes');

    writeFileSync(join(folder, 'a.signup.json'), '{ "expct": {} }');
    expect(await until('Watching for changes')).toContain('Did you mean expect?');
    press('q');
    expect(await status).toBe(2);
  });

  it('does not write expectations, which would change what it watches', async ({ expect }) => {
    const { status, stderr } = await signupActions(createFolder({}), 'test', '-w', '-u');
    expect(stderr).toContain('cannot be used with');
    expect(status).toBe(2);
  });
});
