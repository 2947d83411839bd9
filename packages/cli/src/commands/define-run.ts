import { defaultLimits } from '@signup-actions/runtime-core';
import { InvalidArgumentError, type Command } from 'commander';
import { defaultStartingPoint, startingPointNames } from '../signups/starting-points.ts';
import type { RunOptions } from './run-options.ts';
import { run } from './run.ts';
import { watch } from './watch.ts';

const collect = (value: string, values: readonly string[] = []): readonly string[] => [
  ...values,
  value,
];

/** Describes `signup-actions run`; `onStatus` hears the exit status. */
export const defineRun = (program: Command, onStatus: (status: number) => void): Command =>
  program
    .command('run')
    .description('Run Actions on signups, and say what happens.')
    .argument(
      '<path...>',
      'Action files in order, a folder that the deploy tool exported, or its tenant.yaml',
    )
    .option(
      '--event <file|name>',
      `a signup: JSON, several as a JSON array or NDJSON, a folder of such files; or one of ${startingPointNames.join(', ')} (default: ${defaultStartingPoint})`,
    )
    .option('--set <path=value>', 'a field of the event, as in user.email=…; repeatable', collect)
    .option('--secret <name=value>', 'a secret of an Action; repeatable', collect)
    .option('--env-file <file>', 'a file of secrets, one NAME=VALUE a line')
    .option('--cache <file>', 'where api.cache is kept between runs')
    .option(
      '--timeout <ms>',
      `time for all Actions of a flow together (default: ${defaultLimits.flowTimeoutMs})`,
      toTimeout,
    )
    .option('--json', 'the outcome as JSON, and nothing else; an array for a batch')
    .option('--watch', 'run again when an Action, an event or the file of secrets changes')
    .addHelpText('after', exitStatusHelp)
    .action(async (paths: string[], options: RunOptions) => {
      onStatus(await (options.watch ? watch : run)(paths, options));
    });

const exitStatusHelp = `
Exit status, of several signups the highest:
  0  every signup is allowed
  1  some signup is refused
  2  nothing ran: what was typed cannot be run
  3  an Action failed

Each flow runs in a process of its own, with an empty environment, a bounded heap and a deadline. That
guards against accidents, not against hostile code: run only Actions that you trust.`;

/** Longer than anybody waits; and timers take no more than 31 bits. */
const maxTimeoutMs = 3_600_000;

function toTimeout(text: string): number {
  const ms = Number(text);
  if (/^\d+$/.test(text) && ms > 0 && ms <= maxTimeoutMs) return ms;
  throw new InvalidArgumentError(`It is a whole number of milliseconds from 1 to ${maxTimeoutMs}.`);
}
