import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { check, type CheckOptions } from './commands/check.ts';
import { defineRun } from './commands/define-run.ts';
import { init } from './commands/init.ts';
import { exitStatus } from './exit-status.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command line that was typed, and answers its exit status. Never rejects over bad input. */
export async function main(argv: readonly string[]): Promise<number> {
  let status: number = exitStatus.allowed;
  const program = new Command('signup-actions')
    .description('Run pre-user-registration Actions on your own machine.')
    .version(manifest.version)
    .exitOverride();
  defineRun(program, (answered) => {
    status = answered;
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
    if (error instanceof UsageError) {
      console.error(`error: ${error.message}`);
      return exitStatus.usage;
    }
    // Never 0 or 1: whoever reads the status alone must not take this for an answer.
    console.error('signup-actions itself failed, which is a mistake in it:', error);
    return exitStatus.failed;
  }
}
