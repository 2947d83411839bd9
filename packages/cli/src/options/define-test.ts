import { Option } from 'commander';
import { casesFormats } from '../cases/cases-formats.ts';
import { toPaths, type CommandContext } from './command-context.ts';
import { createStop } from '../commands/create-stop.ts';
import { collect } from './option-values.ts';
import { createSharedOptions } from './shared-options.ts';
import type { TestOptions } from '../commands/test.ts';

/** Defines `signup-actions test`. */
export function defineTest({ program, shell, onStatus }: CommandContext): void {
  const { envFile, config } = createSharedOptions(shell);
  program
    .command('test')
    .description('Run test cases, which are files of signups and of what is expected of them.')
    .argument(
      '[path...]',
      'folders with files that end in .signup.json or .signup.yaml, or such files (default: this folder)',
    )
    .option('-u, --update', 'write what happens as what is expected')
    .option('--only <name>', 'run only the case of this name; repeatable', collect)
    .addOption(envFile)
    .addOption(config)
    .addOption(
      new Option('-j, --json', 'print the results as JSON and nothing else').conflicts('format'),
    )
    .addOption(
      new Option('--format <name>', 'how to print the results')
        .choices(casesFormats)
        .default('text'),
    )
    .addOption(
      new Option(
        '-w, --watch',
        'run again when a case, an Action or the file of secrets changes',
      ).conflicts('update'),
    )
    .addHelpText('after', moreHelp)
    .action(async (paths: string[], options: TestOptions) => {
      const { test } = options.watch
        ? { test: (await import('../commands/watch-test.ts')).watchTest }
        : await import('../commands/test.ts');
      onStatus(await test(toPaths(paths, shell), options, shell, createStop(shell)));
    });
}

const moreHelp = `
Examples:
  signup-actions test
  signup-actions test tenant --env-file tenant.env --format junit
  signup-actions test block.signup.yaml --update
  signup-actions test --watch

Exit status:
  0  every case passed
  1  a case failed
  2  usage error: nothing was run`;
