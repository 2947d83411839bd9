import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Shell } from '../shell.ts';
import type { ListOptions } from './list.ts';

/** Defines `signup-actions list`; `onStatus` receives the exit status. */
export function defineList(
  program: Command,
  shell: Shell,
  onStatus: (status: number) => void,
): Command {
  const toPath = (path: string): string => resolve(shell.cwd, path);
  return program
    .command('list')
    .description('Show what is understood of a tenant: its Actions, in order, with what they need.')
    .argument('[path...]', 'what run and check take (default: this folder)')
    .option('-j, --json', 'print JSON and nothing else')
    .option(
      '--config <file>',
      "the deploy tool's configuration, with the values of its marks",
      toPath,
    )
    .option('--env-file <file>', 'a file with values of secrets and marks', toPath)
    .addHelpText('after', moreHelp)
    .action(async (paths: string[], options: ListOptions) => {
      const { list } = await import('./list.ts');
      const named = paths.length > 0 ? paths : ['.'];
      onStatus(
        await list(
          named.map((path) => (path === '-' ? path : toPath(path))),
          options,
          shell,
        ),
      );
    });
}

const moreHelp = `
Examples:
  signup-actions list tenant
  terraform show -json | signup-actions list -`;
