import { toPaths, type CommandContext } from './command-context.ts';
import type { ListOptions } from '../commands/list.ts';
import { createSharedOptions } from './shared-options.ts';

/** Defines `signup-actions list`. */
export function defineList({ program, shell, onStatus }: CommandContext): void {
  const { config, envFile } = createSharedOptions(shell);
  program
    .command('list')
    .description('Show what is understood of a tenant: its Actions, in order, with what they need.')
    .argument('[path...]', 'what run and check take (default: this folder)')
    .option('-j, --json', 'print JSON and nothing else')
    .addOption(config)
    .addOption(envFile)
    .addHelpText('after', moreHelp)
    .action(async (paths: string[], options: ListOptions) => {
      const { list } = await import('../commands/list.ts');
      onStatus(await list(toPaths(paths, shell), options, shell));
    });
}

const moreHelp = `
Examples:
  signup-actions list tenant
  terraform show -json | signup-actions list -`;
