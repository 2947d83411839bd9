import { resolve } from 'node:path';
import { Option } from 'commander';
import { defaultStartingPoint, startingPointNames } from '../signups/read-signups.ts';
import type { CommandContext } from './command-context.ts';
import { createStop } from '../commands/create-stop.ts';
import type { DiffOptions } from '../commands/diff.ts';
import { addActionOptions, createSharedOptions } from './shared-options.ts';

/** Defines `signup-actions diff`. */
export function defineDiff({ program, shell, onStatus }: CommandContext): void {
  const { set, unset, only, jobs } = createSharedOptions(shell);
  const command = program
    .command('diff')
    .description('Run two versions of a tenant on the same signups and report what changes.')
    .argument('<old>', 'a folder, a file, or a git revision of one such as main:tenant')
    .argument('<new>', 'the same')
    .requiredOption(
      '-e, --event <file>',
      'the signups: events, or the entries of a tenant log, as JSON, as NDJSON, or a folder of such files',
      (path) => resolve(shell.cwd, path),
    )
    .addOption(
      new Option('-f, --from <name>', 'where the parts come from that a log does not have')
        .choices(startingPointNames)
        .default(defaultStartingPoint),
    )
    .addOption(set)
    .addOption(unset);
  addActionOptions(command, shell)
    .addOption(only)
    .addOption(jobs)
    .addOption(
      new Option('--format <name>', 'how to print what changes')
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .addOption(new Option('-j, --json', 'the same as --format json').conflicts('format'))
    .addHelpText('after', moreHelp)
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import('../commands/diff.ts');
      onStatus(await diff([before, after], options, shell, createStop(shell)));
    });
}

const moreHelp = `
Both versions are given the same secrets, modules and values.

Examples:
  signup-actions diff main:tenant tenant --event signups.ndjson
  signup-actions diff old.js new.js --event log.ndjson --format markdown

Exit status:
  0  no signup changes
  1  a signup changes
  2  usage error: nothing was compared`;
