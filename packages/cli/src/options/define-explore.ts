import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { tenantForms } from '@signup-actions/workbench';
import { toPaths, type CommandContext } from './command-context.ts';
import { createStop } from '../commands/create-stop.ts';
import type { ExploreOptions } from '../commands/explore.ts';
import { toCount, toTimeLimit } from './option-values.ts';
import { createSharedOptions } from './shared-options.ts';

/** Defines `signup-actions explore`. */
export function defineExplore({ program, shell, onStatus }: CommandContext): void {
  const { only, envFile, secret, module, moduleSecret, configuration, config } =
    createSharedOptions(shell);
  const command = program
    .command('explore')
    .description(
      'Draw signups that Auth0 can send, and report those on which an Action goes wrong.',
    )
    .argument('<path...>', `Action files, ${tenantForms}; - is standard input`)
    .addOption(
      new Option('--runs <number>', 'how many signups to draw for each Action')
        .argParser(toCount)
        .default(400),
    )
    .addOption(
      new Option('--seed <number>', 'draw other signups; the same seed draws the same ones')
        .argParser(toSeed)
        .default(0),
    )
    .addOption(
      new Option('--time-limit <ms>', 'after how long to stop, for each Action')
        .argParser(toTimeLimit)
        .default(60_000),
    )
    .option(
      '--accept <pattern>',
      'a regular expression for messages of problems that are meant; repeatable',
      collectPatterns,
    )
    .option('--network', 'send the requests of the Actions instead of making up responses')
    .option(
      '--save <folder>',
      'write each signup into this folder, as a case for signup-actions test and as a test for Vitest',
      (path) => resolve(shell.cwd, path),
    )
    .addOption(only);
  for (const option of [envFile, secret, module, moduleSecret, configuration, config]) {
    command.addOption(option);
  }
  command
    .option('-j, --json', 'print the problems as JSON and nothing else')
    .addHelpText('after', moreHelp)
    .action(async (paths: string[], options: ExploreOptions) => {
      const { explore } = await import('../commands/explore.ts');
      onStatus(await explore(toPaths(paths, shell), options, shell, createStop(shell)));
    });
}

function toSeed(text: string): number {
  const seed = Number(text);
  if (/^-?\d+$/.test(text) && seed === (seed | 0)) return seed;
  throw new InvalidArgumentError(`It must be a whole number from ${-(2 ** 31)} to ${2 ** 31 - 1}.`);
}

function collectPatterns(text: string, before: readonly RegExp[] = []): readonly RegExp[] {
  try {
    return [...before, new RegExp(text)];
  } catch (error) {
    throw new InvalidArgumentError(`${(error as Error).message}.`);
  }
}

const moreHelp = `
Without secrets, an Action gets examples of those that it reads.

Examples:
  signup-actions explore action.js
  signup-actions explore tenant --env-file tenant.env --only block-domains
  signup-actions explore action.js --save cases
  signup-actions explore action.js --accept "the register returned" --seed 7

Exit status:
  0  no problem was found
  1  a problem was found
  2  usage error: nothing was explored

Each Action is explored in its own process with an empty environment, limited
memory and a deadline. This protects you from accidents, not from malicious
code: explore only Actions that you trust.`;
