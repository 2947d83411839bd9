import { resolve } from 'node:path';
import type { CommandContext } from './command-context.ts';
import type { InitOptions } from '../commands/init.ts';

/** Defines `signup-actions init`. */
export function defineInit({ program, shell, onStatus }: CommandContext): void {
  program
    .command('init')
    .description('Prepare a folder of Actions for types and tests. Overwrites nothing.')
    .argument('[folder]', 'a folder with Actions somewhere in it', '.')
    .option('--example', 'write an Action to begin with if the folder has none')
    .option('--agents', 'add a section for coding agents to AGENTS.md')
    .addHelpText('after', moreHelp)
    .action(async (folder: string, options: InitOptions) => {
      const { init } = await import('../commands/init.ts');
      onStatus(await init(resolve(shell.cwd, folder), options, shell));
    });
}

const moreHelp = `
Examples:
  signup-actions init
  signup-actions init my-actions --example
  signup-actions init --agents`;
