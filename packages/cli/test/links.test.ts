import { execFile } from 'node:child_process';
import { describe, it } from 'vitest';
import { action, command, createFolder, toolEnv } from './command.ts';

const folder = createFolder({
  'gate.js': action("api.access.deny('no');"),
});
const page = 'https://signup-actions.github.io/signup-actions/diagnostics';

const print = (
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<string> =>
  new Promise((resolve) => {
    const options = { cwd: folder, env: { ...toolEnv, ...env } };
    execFile(process.execPath, [...command, ...args], options, (_error, stdout) => resolve(stdout));
  });

/** Links as a terminal reads them (OSC 8), in plain characters. */
const readLinks = (text: string): readonly string[] =>
  // oxlint-disable-next-line no-control-regex -- a terminal's links are made of them
  [...text.matchAll(/\u001B\]8;;([^\u0007]+)\u0007(.*?)\u001B\]8;;\u0007/g)].map(
    ([, address, linked]) => `${linked} → ${address?.replace(page, '')}`,
  );

describe.concurrent('links to the pages of rules', () => {
  it('are in the findings of check', async ({ expect }) => {
    expect(readLinks(await print({ FORCE_HYPERLINK: '1' }, 'check', 'gate.js'))).toEqual([
      '(deny-without-user-message) → #deny-without-user-message',
    ]);
  });

  it('are in the report of a run', async ({ expect }) => {
    expect(readLinks(await print({ FORCE_HYPERLINK: '1' }, 'run', 'gate.js'))).toEqual([
      '! deny-without-user-message → #deny-without-user-message',
    ]);
  });

  it('are not in a pipe, nor in JSON', async ({ expect }) => {
    const texts = await Promise.all([
      print({}, 'check', 'gate.js'),
      print({}, 'run', 'gate.js'),
      print({ FORCE_HYPERLINK: '1' }, 'check', 'gate.js', '--json'),
      print({ FORCE_HYPERLINK: '0' }, 'check', 'gate.js'),
    ]);

    expect(texts.filter((text) => text.includes('\u001B]8'))).toEqual([]);
  });
});
