import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { action, createFolder, startSignupActions } from './command.ts';

interface Listener {
  /** Resolves when this has been said since the last wait, with all that was. */
  readonly until: (words: string) => Promise<string>;
  /** Interrupts the command, and answers its exit status. */
  readonly end: () => Promise<number | null>;
}

/** What a running command says, and a way to wait for some of it. */
function listen(folder: string, ...args: readonly string[]): Listener {
  const child = startSignupActions(folder, ...args);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  return {
    async until(words: string): Promise<string> {
      while (!said.includes(words)) await new Promise((resolve) => setTimeout(resolve, 20));
      const heard = said;
      said = '';
      return heard;
    },
    end: (): Promise<number | null> =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGINT');
      }),
  };
}

it('runs again when an Action, the event or the secrets change, and says which did', async () => {
  const folder = createFolder({
    'own.js': action(''),
    'event.json': createMockEvent(),
    'own.env': 'KEY=one',
  });
  const inputs = ['own.js', '--event', 'event.json', '--env-file', 'own.env'];
  const { until, end } = listen(folder, 'run', ...inputs, '--watch');
  await until('Watching for changes');

  writeFileSync(join(folder, 'own.js'), action("api.access.deny(event.secrets.KEY, 'No.');"));
  expect(await until('DENIED')).toContain('Changed: own.js\n');

  const event = createMockEvent({ user: { email: 'grace@example.com' } });
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
  expect(await until('── grace@example.com')).toContain('Changed: event.json\n');

  writeFileSync(join(folder, 'own.env'), 'KEY=');
  expect(await until('for the log   ""')).toContain('Changed: own.env\n');

  expect(await end()).toBe(1);
});

it('waits on when what changed cannot be run, and does not wake up by itself', async () => {
  const folder = createFolder({
    'tenant/tenant.yaml':
      'actions: [{ name: own, code: ../own.js }]\ntriggers: { pre-user-registration: [{ action_name: own }] }',
    'own.js': action("api.cache.set('key', 'value');"),
  });
  const inputs = ['tenant', '--cache', 'tenant/cache.json'];
  const { until, end } = listen(folder, 'run', ...inputs, '--watch');
  await until('Watching for changes');

  writeFileSync(join(folder, 'own.js'), 'exports.nothing = 1;');
  expect(await until('but this file does not have it')).toContain('Changed: own.js\n');

  writeFileSync(join(folder, 'own.js'), action("api.access.deny('now', 'No.');"));
  expect(await until('DENIED')).not.toContain('cache.json');

  expect(await end()).toBe(1);
});

it('does not wait for what cannot be run at first', async () => {
  const { until } = listen(createFolder({}), 'run', 'gone.js', '--watch');

  expect(await until('error:')).toContain('there is no such file');
});
