import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions, startSignupActions } from './command.ts';

interface Watched {
  /** Resolves when this has been printed since the last call, to everything that was. */
  readonly until: (words: string) => Promise<string>;
  /** Interrupts the command, and returns its exit status. */
  readonly interrupt: () => Promise<number>;
}

/** Starts the command with --watch. */
function watch(folder: string, ...args: readonly string[]): Watched {
  let printed = '';
  let onPrint = (): void => {};
  let interrupt = (): void => {};
  const status = startSignupActions(folder, ['run', ...args, '--watch'], {
    onPrint(text) {
      printed += text;
      onPrint();
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

  it('does not wait after a usage error in the first run', async ({ expect }) => {
    const { status, stderr } = await signupActions(createFolder({}), 'run', 'gone.js', '--watch');

    expect(status).toBe(2);
    expect(stderr).toContain('there is no such file');
  });
});
