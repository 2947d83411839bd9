import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Shell } from '../shell.ts';
import { defaultStartingPoint, startingPointNames } from '../signups/read-signups.ts';
import { createStop } from './create-stop.ts';
import type { DiffOptions } from './diff.ts';
import { createCollectModules } from './module-option.ts';
import { collect, toJobs, toTimeout } from './option-values.ts';

/** Defines `signup-actions diff`; `onStatus` receives the exit status. */
export function defineDiff(
  program: Command,
  shell: Shell,
  onStatus: (status: number) => void,
): Command {
  const toPath = (path: string): string => resolve(shell.cwd, path);
  return program
    .command('diff')
    .description('Run two versions of a tenant on the same signups and report what changes.')
    .argument('<old>', 'a folder, a file, or a git revision of one such as main:tenant')
    .argument('<new>', 'the same')
    .requiredOption(
      '-e, --event <file>',
      'the signups: events, or the entries of a tenant log, as JSON, as NDJSON, or a folder of such files',
      toPath,
    )
    .addOption(
      new Option('-f, --from <name>', 'where the parts come from that a log does not have')
        .choices(startingPointNames)
        .default(defaultStartingPoint),
    )
    .option('-s, --set <path=value>', 'set a field of each event; repeatable', collect)
    .option('--unset <path>', 'remove a field of each event; repeatable', collect)
    .option('--env-file <file>', 'a file with the secrets of both versions', toPath)
    .option('--secret <name=value>', 'a secret of both versions; repeatable', collect)
    .option(
      '--module <name=file>',
      'an Actions module of both versions; repeatable',
      createCollectModules(toPath),
    )
    .option('--module-secret <name.key=value>', 'a secret of a module; repeatable', collect)
    .option('--configuration <name=value>', 'a value of event.configuration; repeatable', collect)
    .option('--only <action>', 'run only the Action of this name; repeatable', collect)
    .option('--jobs <number>', 'run this many signups of each version at the same time', toJobs)
    .option('-t, --timeout <ms>', 'how long all Actions of a flow may take together', toTimeout)
    .addOption(
      new Option('--format <name>', 'how to print what changes')
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .option('-j, --json', 'the same as --format json')
    .addHelpText('after', moreHelp)
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import('./diff.ts');
      onStatus(await diff([before, after], options, shell, createStop(shell)));
    });
}

const moreHelp = `
Examples:
  signup-actions diff main:tenant tenant --event signups.ndjson
  signup-actions diff old.js new.js --event log.ndjson --format markdown

Exit status:
  0  no signup changes
  1  a signup changes
  2  usage error: nothing was compared`;
