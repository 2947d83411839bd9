import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { CommandContext } from './options/command-context.ts';
import { defineCheck } from './options/define-check.ts';
import { defineComplete } from './options/define-complete.ts';
import { defineDiff } from './options/define-diff.ts';
import { defineExplore } from './options/define-explore.ts';
import { defineInit } from './options/define-init.ts';
import { defineList } from './options/define-list.ts';
import { defineMcp } from './options/define-mcp.ts';
import { completeInspect, defineRun } from './options/define-run.ts';
import { defineServe } from './options/define-serve.ts';
import { defineTest } from './options/define-test.ts';
import { exitStatus } from './exit-status.ts';
import { explainFileError, explainSystemError, isSystemError } from './files/read-text.ts';
import { toPrintable } from './print/paint.ts';
import { createProcessShell, isReaderGone, type Shell } from './shell.ts';
import { UsageError } from './usage-error.ts';

/** What defines each command, in the order of the help. */
const commands: Readonly<Record<string, (context: CommandContext) => void>> = {
  run: defineRun,
  list: defineList,
  diff: defineDiff,
  serve: defineServe,
  check: defineCheck,
  explore: defineExplore,
  test: defineTest,
  init: defineInit,
  mcp: (context) => defineMcp(context, main),
};

/** Runs the command with these arguments, by default in the shell of this process, and returns its exit status. Never rejects. */
export async function main(args: readonly string[], given?: Shell): Promise<number> {
  const shell = given ?? (await createProcessShell());
  const { stdout, stderr } = shell;
  let status: number = exitStatus.allowed;
  const onStatus = (returned: number): void => {
    status = returned;
  };
  const program = new Command('signup-actions')
    .description('Run pre-user-registration Actions on your own machine.')
    .version(manifest.version)
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      // It repeats what was typed.
      writeErr: (text) => void stderr.write(toPrintable(text)),
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
    })
    .addHelpText('after', rootHelp)
    .exitOverride();
  const context = { program, shell, onStatus };
  const [typed = ''] = args;
  for (const [name, define] of Object.entries(commands)) {
    // Defining a command takes time. Only help and mistakes need the others.
    if (name === typed || !Object.hasOwn(commands, typed)) define(context);
  }
  await defineComplete(program, args);
  try {
    await program.parseAsync(completeInspect(args, shell), { from: 'user' });
    return await flush(shell, status);
  } catch (error) {
    // Commander has printed what is wrong. Help and version are thrown too, with exit code 0.
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? flush(shell, exitStatus.allowed) : exitStatus.usage;
    }
    if (error instanceof UsageError || isSystemError(error)) {
      const message = isSystemError(error) ? explainSystemError(error) : error.message;
      const { createShow } = await import('./print/create-show.ts');
      const show = createShow({ print: shell.printError, stdout: stderr }, { isVerbose: true });
      await show(`error: ${toPrintable(message)}`);
      return exitStatus.usage;
    }
    shell.printError(`signup-actions crashed. This is a bug; please report it: ${inspect(error)}`);
    // Never 0 or 1: a script must not take this for a result.
    return exitStatus.failed;
  }
}

/** The status, unless what was printed could not be written: a file without the report must not look like success. */
async function flush({ flush: write, printError }: Shell, status: number): Promise<number> {
  const failure = await write();
  if (!failure || isReaderGone(failure)) return status;
  printError(`error: Failed to write the output: ${explainFileError(failure)}.`);
  return exitStatus.usage;
}

const rootHelp = `
Examples:
  signup-actions run action.js
  signup-actions check actions
  signup-actions explore action.js
  signup-actions serve tenant --env-file tenant.env
  signup-actions list tenant
  signup-actions test
  signup-actions init`;
