import type { Command } from 'commander';

/** Defines `signup-actions complete`, which prints what a shell completes commands with. */
export async function defineComplete(program: Command, args: readonly string[]): Promise<void> {
  if (args[0] === 'complete' && !args.includes('--help') && !args.includes('-h')) {
    // Loaded only when a shell asks.
    const { default: tab } = await import('@bomb.sh/tab/commander');
    tab(program);
    return;
  }
  program
    .command('complete')
    .description('Print what bash, zsh, fish or powershell completes this command with.')
    .argument('<shell>', 'bash, zsh, fish or powershell')
    .addHelpText('after', completeHelp);
}

const completeHelp = `
Examples:
  signup-actions complete bash >> ~/.bashrc
  signup-actions complete zsh >> ~/.zshrc
  signup-actions complete fish > ~/.config/fish/completions/signup-actions.fish`;
