import { once } from 'node:events';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { exitStatus } from '../exit-status.ts';
import { createServer } from '../mcp/create-server.ts';
import type { RunCommand } from '../mcp/run-tool.ts';
import type { Shell } from '../shell.ts';

/**
 * Serves the Model Context Protocol on standard input and output until the client closes them, or `stop` aborts.
 * Returns the exit status.
 */
export async function mcp(
  runCommand: RunCommand,
  { cwd }: Shell,
  stop: AbortSignal,
): Promise<number> {
  const server = createServer(runCommand, cwd);
  const { stdin } = process;
  const isOver = Promise.race([once(stdin, 'end'), once(stdin, 'close'), once(stop, 'abort')]);
  await server.connect(new StdioServerTransport());
  await isOver;
  await server.close();
  return exitStatus.allowed;
}
