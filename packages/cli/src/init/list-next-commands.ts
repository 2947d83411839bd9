import { dirname } from 'node:path';
import { detect, resolveCommand, type Agent, type Command } from 'package-manager-detector';
import { listFiles } from '../files/find-files.ts';
import type { NearbyAction } from './find-actions.ts';
import { runnerCommands, type Runner } from './manifest.ts';

/** The commands to type next, for the package manager that wrote the lockfile. */
export async function listNextCommands(
  folder: string,
  actions: readonly NearbyAction[],
  runner: Runner,
): Promise<readonly string[]> {
  const found = await detect({ cwd: folder, strategies: ['lockfile', 'packageManager-field'] });
  const agent = found?.agent ?? 'npm';
  const test = runnerCommands[runner];
  return [
    resolve(agent, 'install', []),
    // `node` does not come from a package.
    runner === 'node:test' ? test.join(' ') : resolve(agent, 'execute-local', test),
    resolve(agent, 'execute-local', [
      'signup-actions',
      'check',
      ...(await listCheckPaths(folder, actions)),
    ]),
  ];
}

function resolve(agent: Agent, command: Command, args: readonly string[]): string {
  const resolved = resolveCommand(agent, command, [...args]);
  return [resolved?.command ?? agent, ...(resolved?.args ?? args)].join(' ');
}

/** What to check: the exported folder, or else the Action files. */
async function listCheckPaths(
  folder: string,
  actions: readonly NearbyAction[],
): Promise<readonly string[]> {
  const [triggers] = await listFiles(folder, '**/triggers/triggers.json');
  if (triggers === undefined) return actions.map(({ path }) => path);
  const root = dirname(dirname(triggers));
  return root === '.' ? [] : [root];
}
