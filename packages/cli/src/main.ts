import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { Command, CommanderError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { CheckOptions } from './commands/check.ts';
import { defineComplete } from './commands/define-complete.ts';
import { createCollectModules } from './commands/module-option.ts';
import { createStop } from './commands/create-stop.ts';
import { defineDiff } from './commands/define-diff.ts';
import { defineList } from './commands/define-list.ts';
import { completeInspect, defineRun } from './commands/define-run.ts';
import { defineServe } from './commands/define-serve.ts';
import { defineTest } from './commands/define-test.ts';
import type { InitOptions } from './commands/init.ts';
import { exitStatus } from './exit-status.ts';
import { explainFileError, explainSystemError, isSystemError } from './files/read-text.ts';
import { findingsFormats } from './print/findings/formats.ts';
import { toPrintable } from './print/paint.ts';
import { createProcessShell, isReaderGone, type Shell } from './shell.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command with these arguments, by default in the shell of this process, and returns its exit status. Never rejects. */
export async function main(args: readonly string[], given?: Shell): Promise<number> {
  const shell = given ?? (await createProcessShell());
  const { cwd, stdout, stderr } = shell;
  let status: number = exitStatus.allowed;
  const setStatus = (returned: number): void => {
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
  defineRun(program, shell, setStatus);
  defineList(program, shell, setStatus);
  defineDiff(program, shell, setStatus);
  defineServe(program, shell, setStatus);
  program
    .command('check')
    .description('Find mistakes in Actions without running them.')
    .argument(
      '[path...]',
      'Action files, folders of them, a folder or tenant.yaml that the deploy tool exported, JSON of Terraform or of the Management API, or - for standard input (default: this folder)',
    )
    .option('-j, --json', 'print the findings as JSON and nothing else')
    .addOption(
      new Option('--format <name>', 'how to print the findings')
        .choices(findingsFormats)
        .default('text'),
    )
    .option(
      '--module <name=file>',
      'an Actions module: the file that require("actions:NAME") loads; repeatable',
      createCollectModules((path) => resolve(cwd, path)),
    )
    .option(
      '--config <file>',
      "the deploy tool's configuration, with the values of its marks; by default config.json in or beside the export",
      (path) => resolve(cwd, path),
    )
    .option('--env-file <file>', 'a file with values of marks, one NAME=VALUE per line', (path) =>
      resolve(cwd, path),
    )
    .addHelpText('after', checkHelp)
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('./commands/check.ts');
      const absolute = (paths.length > 0 ? paths : ['.']).map((path) =>
        path === '-' ? path : resolve(cwd, path),
      );
      setStatus(await check(absolute, options, shell));
    });
  defineTest(program, shell, setStatus);
  program
    .command('init')
    .description('Prepare a folder of Actions for types and tests. Overwrites nothing.')
    .argument('[folder]', 'a folder with Actions somewhere in it', '.')
    .option('--example', 'write an Action to begin with if the folder has none')
    .option('--agents', 'add a section for coding agents to AGENTS.md')
    .addHelpText('after', initHelp)
    .action(async (folder: string, options: InitOptions) => {
      const { init } = await import('./commands/init.ts');
      setStatus(await init(resolve(cwd, folder), options, shell));
    });
  program
    .command('mcp')
    .description(
      'Serve run, check and the rules to coding agents, over the Model Context Protocol.',
    )
    .addHelpText('after', mcpHelp)
    .action(async () => {
      const { mcp } = await import('./commands/mcp.ts');
      setStatus(await mcp(main, shell, createStop(shell)));
    });
  await defineComplete(program, args);
  try {
    await program.parseAsync(completeInspect(args), { from: 'user' });
    return await flush(shell, status);
  } catch (error) {
    // Commander has printed what is wrong. Help and version are thrown too, with exit code 0.
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? flush(shell, exitStatus.allowed) : exitStatus.usage;
    }
    if (error instanceof UsageError || isSystemError(error)) {
      const message = isSystemError(error) ? explainSystemError(error) : error.message;
      shell.printError(`error: ${toPrintable(message)}`);
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
  signup-actions serve tenant --env-file tenant.env
  signup-actions list tenant
  signup-actions test
  signup-actions init`;

const initHelp = `
Examples:
  signup-actions init
  signup-actions init my-actions --example
  signup-actions init --agents`;

const mcpHelp = `
Agents start this command themselves. Their configuration, in the folder of the Actions:
  { "mcpServers": { "signup-actions": { "command": "npx", "args": ["signup-actions", "mcp"] } } }`;

const checkHelp = `
Examples:
  signup-actions check
  signup-actions check action.js tenant.yaml

Exit status:
  0  nothing was found
  1  a mistake was found
  2  usage error: nothing was checked`;
