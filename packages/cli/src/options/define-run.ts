import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { tenantForms } from '@signup-actions/workbench';
import { parseInspectAddress, type Inspect } from '../process/inspect.ts';
import { defaultStartingPoint, startingPointNames } from '../signups/read-signups.ts';
import type { Shell } from '../shell.ts';
import { toPaths, type CommandContext } from './command-context.ts';
import { createStop } from '../commands/create-stop.ts';
import type { RunOptions } from '../commands/run.ts';
import { addActionOptions, createSharedOptions } from './shared-options.ts';

/** Defines `signup-actions run`. */
export function defineRun({ program, shell, onStatus }: CommandContext): void {
  const toPath = (path: string): string => resolve(shell.cwd, path);
  const { set, unset, only, jobs } = createSharedOptions(shell);
  const command = program
    .command('run')
    .description('Run Actions on signups and report what happens.')
    .argument('<path...>', `Action files in order, ${tenantForms}; - is standard input`)
    .option(
      '-e, --event <file>',
      'the signups: a JSON file with an event or an array of events, an NDJSON file, or a folder of such files',
      toPath,
    )
    .addOption(
      new Option(
        '-f, --from <name>',
        'start from a typical event; with entries of a log as --event, what they lack is taken from it',
      )
        .choices(startingPointNames)
        .default(defaultStartingPoint),
    )
    .addOption(set)
    .addOption(unset);
  addActionOptions(command, shell)
    .option('-c, --cache <file>', 'keep api.cache in this file between runs', toPath)
    .addOption(
      new Option(
        '--save-case <file>',
        'save the signups and what happens as a case for signup-actions test, without secrets',
      )
        .argParser(toPath)
        .conflicts(['checkIsolation', 'jobs', 'only', 'watch']),
    )
    .addOption(jobs)
    .option('--fresh', 'run each signup in a process of its own instead of a warm one')
    .option(
      '--check-isolation',
      'run each signup in a fresh and in a warm process, and report where the outcomes differ',
    )
    .addOption(only)
    .option('--strict', 'end with status 1 if there is a diagnostic or a note')
    .option('-q, --quiet', 'print a line for each signup and nothing else')
    .option('--verbose', 'print everything, however long it is')
    .option('--only-failed', 'print the reports of signups that are refused or fail')
    .addOption(
      new Option(
        '-j, --json',
        'print the outcome as JSON and nothing else; of a batch, an array',
      ).conflicts(['ndjson', 'quiet', 'verbose', 'onlyFailed']),
    )
    .addOption(
      new Option('--ndjson', 'print a line of JSON for each signup when it is done').conflicts([
        'quiet',
        'verbose',
        'onlyFailed',
      ]),
    )
    .addOption(
      new Option(
        '--inspect [host:port]',
        'let a debugger attach, and lift the deadline (default: 127.0.0.1:9229)',
      ).argParser((text) => toInspect(text, false)),
    )
    .addOption(
      new Option(
        '--inspect-brk [host:port]',
        'wait for a debugger, and stop at the first statement of the first Action',
      )
        .argParser((text) => toInspect(text, true))
        .conflicts('inspect'),
    )
    .addOption(
      new Option(
        '--trace <file>',
        'write what happens to each signup into a file that the playground opens, without secrets',
      )
        .argParser(toPath)
        .conflicts('checkIsolation'),
    )
    .option('-w, --watch', 'run again when an Action, an event or the file of secrets changes')
    .addHelpText('after', moreHelp)
    .action(async (paths: string[], { inspectBrk, ...given }: GivenOptions) => {
      const isFromTyped = command.getOptionValueSource('from') === 'cli';
      const options: RunOptions = {
        ...given,
        isFromTyped,
        ...(inspectBrk && { inspect: inspectBrk }),
      };
      const { run } = options.watch
        ? { run: (await import('../commands/watch-run.ts')).watchRun }
        : await import('../commands/run.ts');
      onStatus(await run(toPaths(paths, shell), options, shell, createStop(shell)));
    });
}

interface GivenOptions extends RunOptions {
  readonly inspectBrk?: Inspect;
}

/**
 * The arguments with each address joined to its option: an option that may have a value would take the path after it, too.
 * What looks like an address is one, unless there is a file of that name.
 */
export function completeInspect(
  args: readonly string[],
  { cwd }: Pick<Shell, 'cwd'>,
): readonly string[] {
  const paths = args.includes('--') ? args.indexOf('--') : args.length;
  const isOption = (index: number): boolean =>
    index < paths && /^--inspect(-brk)?$/.test(args[index] ?? '');
  const isAddress = (index: number): boolean =>
    index < paths &&
    isOption(index - 1) &&
    /^(?:\d+|(?:\[[^\]]*\]|[^:\\/]{2,}):[^:\\/]*)$/.test(args[index] ?? '') &&
    !existsSync(resolve(cwd, args[index] ?? ''));
  return args.flatMap((arg, index) => {
    if (isAddress(index)) return [];
    if (!isOption(index)) return [arg];
    return [`${arg}=${isAddress(index + 1) ? args[index + 1] : '9229'}`];
  });
}

function toInspect(text: string, stops: boolean): Inspect {
  const address = parseInspectAddress(text);
  if (!address) throw new InvalidArgumentError('It must be HOST:PORT, such as 127.0.0.1:9229.');
  return { ...address, stops };
}

const moreHelp = `
Examples:
  signup-actions run action.js --from passwordless-sms
  signup-actions run tenant --env-file tenant.env --event signups
  signup-actions run action.js --set user.email=ada@example.com --watch
  signup-actions run tenant --env-file tenant.env --only tag-plan --strict
  signup-actions run action.js --event signups.ndjson --only-failed
  signup-actions run action.js --from passkey --save-case passkey.signup.json
  signup-actions run action.js --inspect-brk

Exit status; of several signups, the highest:
  0  every signup is allowed
  1  a signup is refused, even if too late
  2  usage error or a fault of the machine: nothing ran, or its output was lost
  3  an Action failed
Ctrl+C ends the run at once with 130 and a summary of what is done.

Each flow runs in its own process with an empty environment, limited memory and
a deadline. This protects you from accidents, not from malicious code: run only
Actions that you trust.`;
