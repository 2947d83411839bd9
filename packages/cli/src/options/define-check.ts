import { Option } from 'commander';
import { tenantForms } from '@signup-actions/workbench';
import { findingsFormats } from '../print/findings/formats.ts';
import type { CheckOptions } from '../commands/check.ts';
import { toPaths, type CommandContext } from './command-context.ts';
import { createSharedOptions } from './shared-options.ts';

/** Defines `signup-actions check`. */
export function defineCheck({ program, shell, onStatus }: CommandContext): void {
  const { module, config, envFile } = createSharedOptions(shell);
  program
    .command('check')
    .description('Find mistakes in Actions without running them.')
    .argument(
      '[path...]',
      `Action files, folders of them, ${tenantForms}; - is standard input (default: this folder)`,
    )
    .addOption(
      new Option('-j, --json', 'print the findings as JSON and nothing else').conflicts('format'),
    )
    .addOption(
      new Option('--format <name>', 'how to print the findings')
        .choices(findingsFormats)
        .default('text'),
    )
    .addOption(module)
    .addOption(config)
    .addOption(envFile)
    .addHelpText('after', moreHelp)
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('../commands/check.ts');
      onStatus(await check(toPaths(paths, shell), options, shell));
    });
}

const moreHelp = `
Examples:
  signup-actions check
  signup-actions check action.js tenant.yaml

Exit status:
  0  nothing was found
  1  a mistake was found
  2  usage error: nothing was checked`;
