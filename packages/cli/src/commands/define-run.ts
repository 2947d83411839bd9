import { resolve } from 'node:path';
import { defaultLimits } from '@signup-actions/runtime-core';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Shell } from '../shell.ts';
import { defaultStartingPoint, startingPointNames } from '../signups/read-signups.ts';
import { parseInspectAddress, type Inspect } from '../process/inspect.ts';
import { createStop } from './create-stop.ts';
import { createCollectModules } from './module-option.ts';
import { collect, toJobs, toTimeout } from './option-values.ts';
import type { RunOptions } from './run.ts';

/** Defines `signup-actions run`; `onStatus` receives the exit status. */
export function defineRun(
  program: Command,
  shell: Shell,
  onStatus: (status: number) => void,
): Command {
  const toPath = (path: string): string => resolve(shell.cwd, path);
  return program
    .command('run')
    .description('Run Actions on signups and report what happens.')
    .argument(
      '<path...>',
      'Action files in order, a folder or tenant.yaml that the deploy tool exported, JSON of Terraform or of the Management API, or - for standard input',
    )
    .addOption(
      new Option(
        '-e, --event <file>',
        'the signups: a JSON file with an event or an array of events, an NDJSON file, or a folder of such files',
      ).argParser(toPath),
    )
    .addOption(
      new Option(
        '-f, --from <name>',
        'start from a typical event; with entries of a log as --event, what they lack is taken from it',
      )
        .choices(startingPointNames)
        .default(defaultStartingPoint),
    )
    .option(
      '-s, --set <path=value>',
      'set a field of the event, such as user.email=ada@example.com; repeatable',
      collect,
    )
    .option(
      '--unset <path>',
      'remove a field of the event, such as user.email; repeatable',
      collect,
    )
    .option(
      '--env-file <file>',
      'a file with the secrets of the Actions, one NAME=VALUE per line',
      toPath,
    )
    .option(
      '--secret <name=value>',
      'a secret of the Actions; repeatable. Your shell keeps it in its history: put real secrets into a file and use --env-file',
      collect,
    )
    .option(
      '--module <name=file>',
      'an Actions module: the file that require("actions:NAME") loads; repeatable',
      createCollectModules(toPath),
    )
    .option(
      '--module-secret <name.key=value>',
      'a secret of an Actions module, as in actions.secrets.KEY; repeatable. In --env-file: NAME.KEY=VALUE',
      collect,
    )
    .option(
      '--configuration <name=value>',
      'a value of event.configuration, for all Actions; repeatable',
      collect,
    )
    .option(
      '--config <file>',
      "the deploy tool's configuration, with the values of its marks; by default config.json in or beside the export",
      toPath,
    )
    .option('-c, --cache <file>', 'keep api.cache in this file between runs', toPath)
    .option(
      '-t, --timeout <ms>',
      `how long all Actions of a flow may take together (default: ${defaultLimits.flowTimeoutMs})`,
      toTimeout,
    )
    .option(
      '--jobs <number>',
      'run this many signups at the same time; each then sees what the cache held that many signups ago (default: 1)',
      toJobs,
    )
    .option('--fresh', 'run each signup in a process of its own instead of a warm one')
    .option(
      '--check-isolation',
      'run each signup in a fresh and in a warm process, and report where the outcomes differ',
    )
    .option('--only <action>', 'run only the Action of this name; repeatable', collect)
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
    .option('-w, --watch', 'run again when an Action, an event or the file of secrets changes')
    .addHelpText('after', moreHelp)
    .action(async (paths: string[], { inspectBrk, ...given }: GivenOptions, command: Command) => {
      const isFromTyped = command.getOptionValueSource('from') === 'cli';
      const options: RunOptions = {
        ...given,
        isFromTyped,
        ...(inspectBrk && { inspect: inspectBrk }),
      };
      const { run } = options.watch
        ? { run: (await import('./watch.ts')).watch }
        : await import('./run.ts');
      onStatus(
        await run(
          paths.map((path) => (path === '-' ? path : toPath(path))),
          options,
          shell,
          createStop(shell),
        ),
      );
    });
}

interface GivenOptions extends RunOptions {
  readonly inspectBrk?: Inspect;
}

/** Without a value, an option that may have one would take the path after it. */
export function completeInspect(args: readonly string[]): readonly string[] {
  const paths = args.includes('--') ? args.indexOf('--') : args.length;
  return args.map((arg, index) =>
    index < paths && /^--inspect(-brk)?$/.test(arg) ? `${arg}=9229` : arg,
  );
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
  signup-actions run action.js --inspect-brk

Exit status; of several signups, the highest:
  0  every signup is allowed
  1  a signup is refused, even if too late
  2  usage error or a fault of the machine: nothing was run, or its output was lost
  3  an Action failed
Ctrl+C ends the run at once with 130 and a summary of what is done.

Each flow runs in its own process with an empty environment, limited memory and a deadline. This protects
you from accidents, not from malicious code: run only Actions that you trust.`;
