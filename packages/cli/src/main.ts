import { Command, CommanderError } from 'commander';
import { check, type CheckOptions } from './commands/check.ts';
import { init } from './commands/init.ts';
import { run, type RunOptions } from './commands/run.ts';
import { exitStatus } from './exit-status.ts';
import { UsageError } from './usage-error.ts';

const collect = (value: string, values: readonly string[]): readonly string[] => [...values, value];

/** Runs the command line that was typed, and answers its exit status. Never rejects over bad input. */
export async function main(argv: readonly string[]): Promise<number> {
  let status: number = exitStatus.allowed;
  const program = new Command('signup-actions')
    .description('Run pre-user-registration Actions on your own machine.')
    .exitOverride();
  program
    .command('run')
    .description('Run Actions on signups, and say what happens.')
    .argument('<path...>', 'Action files in order, or a folder that the deploy tool exported')
    .option('--event <file>', 'a signup: a JSON file, or a folder of them')
    .option('--secret <name=value>', 'a secret of an Action; repeatable', collect, [])
    .option('--env-file <file>', 'a file of secrets, one NAME=VALUE a line')
    .action(async (paths: string[], options: RunOptions) => {
      status = await run(paths, options);
    });
  program
    .command('check')
    .description('Find the mistakes in Actions that show without running them.')
    .argument(
      '[path...]',
      'Action files, or a folder that the deploy tool exported (default: this one)',
    )
    .option('--json', 'print the findings as JSON, and nothing else')
    .action(async (paths: string[], options: CheckOptions) => {
      status = await check(paths, options);
    });
  program
    .command('init')
    .description('Prepare a folder of Actions for types and tests. Overwrites nothing.')
    .argument('[folder]', 'a folder with Actions somewhere in it', '.')
    .action(async (folder: string) => {
      status = await init(folder);
    });
  try {
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    // Commander has said by itself what is wrong; help and version are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitStatus.usage;
    if (!(error instanceof UsageError)) throw error;
    console.error(`error: ${error.message}`);
    return exitStatus.usage;
  }
}
