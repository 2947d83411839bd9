import { dirname } from 'node:path';
import { detect, resolveCommand, type Agent, type Command } from 'package-manager-detector';
import type { NearbyAction } from './find-actions.ts';
import { listFiles } from './list-files.ts';
import { runnerCommands, type Runner } from './find-runner.ts';

/** What to type next, with the package manager that the lockfile shows. */
export async function nextCommands(
  folder: string,
  actions: readonly NearbyAction[],
  runner: Runner,
): Promise<readonly string[]> {
  const found = await detect({ cwd: folder, strategies: ['lockfile', 'packageManager-field'] });
  const agent = found?.agent ?? 'npm';
  const test = runnerCommands[runner];
  return [
    resolve(agent, 'install', []),
    // Node is no package's command.
    runner === 'node:test' ? test.join(' ') : resolve(agent, 'execute-local', test),
    resolve(agent, 'execute-local', [
      'signup-actions',
      'check',
      ...(await toCheck(folder, actions)),
    ]),
  ];
}

function resolve(agent: Agent, command: Command, args: readonly string[]): string {
  const resolved = resolveCommand(agent, command, [...args]);
  return [resolved?.command ?? agent, ...(resolved?.args ?? args)].join(' ');
}

/** The exported folder, or the Actions themselves. */
async function toCheck(
  folder: string,
  actions: readonly NearbyAction[],
): Promise<readonly string[]> {
  const [triggers] = await listFiles(folder, '**/triggers/triggers.json');
  if (triggers === undefined) return actions.map(({ path }) => path);
  const root = dirname(dirname(triggers));
  return root === '.' ? [] : [root];
}
