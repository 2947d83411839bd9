import type { RunCommand } from '../mcp/run-tool.ts';
import type { CommandContext } from './command-context.ts';
import { createStop } from '../commands/create-stop.ts';

/** Defines `signup-actions mcp`, whose tools run other commands with `runCommand`. */
export function defineMcp(
  { program, shell, onStatus }: CommandContext,
  runCommand: RunCommand,
): void {
  program
    .command('mcp')
    .description(
      'Serve run, check, explore and the rules to coding agents, over the Model Context Protocol.',
    )
    .addHelpText('after', moreHelp)
    .action(async () => {
      const { mcp } = await import('../commands/mcp.ts');
      onStatus(await mcp(runCommand, shell, createStop(shell)));
    });
}

const moreHelp = `
Agents start this command themselves. Their configuration, in the folder of the
Actions:
  { "mcpServers": { "signup-actions": { "command": "npx", "args": ["signup-actions", "mcp"] } } }`;
