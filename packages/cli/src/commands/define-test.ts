import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { casesFormats } from '../print/cases-formats.ts';
import type { Shell } from '../shell.ts';
import { createStop } from './create-stop.ts';
import type { TestOptions } from './test.ts';

/** Defines `signup-actions test`; `onStatus` receives the exit status. */
export function defineTest(
  program: Command,
  shell: Shell,
  onStatus: (status: number) => void,
): Command {
  const toPath = (path: string): string => resolve(shell.cwd, path);
  return program
    .command('test')
    .description('Run test cases, which are files of signups and of what is expected of them.')
    .argument(
      '[path...]',
      'folders with files that end in .signup.json or .signup.yaml, or such files (default: this folder)',
    )
    .option('-u, --update', 'write what happens as what is expected')
    .option('--only <name>', 'run only the case of this name; repeatable', collect)
    .option(
      '--env-file <file>',
      'a file with the secrets of the Actions, one NAME=VALUE per line',
      toPath,
    )
    .option('-j, --json', 'print the results as JSON and nothing else')
    .addOption(
      new Option('--format <name>', 'how to print the results')
        .choices(casesFormats)
        .default('text'),
    )
    .addHelpText('after', moreHelp)
    .action(async (paths: string[], options: TestOptions) => {
      const { test } = await import('./test.ts');
      const absolute = (paths.length > 0 ? paths : ['.']).map(toPath);
      onStatus(await test(absolute, options, shell, createStop(shell)));
    });
}

const collect = (value: string, values: readonly string[] = []): readonly string[] => [
  ...values,
  value,
];

const moreHelp = `
Examples:
  signup-actions test
  signup-actions test tenant --env-file tenant.env --format junit
  signup-actions test block.signup.yaml --update

Exit status:
  0  every case passed
  1  a case failed
  2  usage error: nothing was run`;
