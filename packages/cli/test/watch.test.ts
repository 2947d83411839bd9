import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions, startSignupActions } from './command.ts';

interface Watched {
  /** Resolves when this has been printed since the last call, to everything that was. */
  readonly until: (words: string) => Promise<string>;
  /** Presses a key. */
  readonly press: (key: string) => void;
  readonly status: Promise<number>;
  /** Interrupts the command, and returns its exit status. */
  readonly interrupt: () => Promise<number>;
}

/** Starts the command with --watch. */
function watch(folder: string, ...args: readonly string[]): Watched {
  let printed = '';
  let onPrint = (): void => {};
  let interrupt = (): void => {};
  let press: Watched['press'] = () => {};
  const status = startSignupActions(folder, ['run', ...args, '--watch'], {
    onPrint(text) {
      printed += text;
      onPrint();
    },
    onKey(listener) {
      press = listener;
      return () => {};
    },
    onInterrupt(listener) {
      interrupt = () => listener('SIGINT');
    },
  });
  return {
    until: (words) =>
      new Promise((resolve) => {
        onPrint = () => {
          if (!printed.includes(words)) return;
          onPrint = () => {};
          const all = printed;
          printed = '';
          resolve(all);
        };
        onPrint();
      }),
    press: (key) => press(key),
    status,
    interrupt() {
      interrupt();
      return status;
    },
  };
}

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
    const { until, interrupt } = watch(folder, ...inputs);
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
    const { until, interrupt } = watch(folder, 'tenant', '--cache', 'tenant/cache.json');
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
    const { until, interrupt } = watch(folder, 'own.js');
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
    const { until, press, status } = watch(folder, 'own.js');
    expect(await until('Watching')).toContain('Press Enter to run again, q to stop.');

    press('\r');
    expect(await until('DENIED')).toContain('Running again\n');
    await until('Watching');

    press('q');
    expect(await status).toBe(1);
  });

  it('watches what only begins like the file of the cache', async ({ expect }) => {
    const folder = createFolder({ 'own.js': action(''), 'ev.json': createMockEvent() });
    const { until, interrupt } = watch(folder, 'own.js', '-e', 'ev.json', '--cache', 'ev');
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
