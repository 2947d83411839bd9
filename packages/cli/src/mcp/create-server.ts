import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { exitStatus } from '../exit-status.ts';
import { readRules } from './read-rules.ts';
import {
  exploreInput,
  pathsInput,
  runInput,
  toExploreArguments,
  toRunArguments,
} from './tool-inputs.ts';
import { runTool, type Printed, type RunCommand } from './run-tool.ts';

declare global {
  /** The declarations of the protocol's library name it, and those of Node do not have it. */
  type HeadersInit = NonNullable<RequestInit['headers']>;
}

/** Creates a server with the tools `check`, `run`, `explore` and `rules`, which work in this folder. */
export function createServer(runCommand: RunCommand, cwd: string): McpServer {
  const server = new McpServer({ name: 'signup-actions', version: manifest.version });
  server.registerTool(
    'check',
    {
      title: 'Check Actions',
      description:
        'Finds mistakes in Auth0 pre-user-registration Actions without running them. Each finding has a place, a sentence that says what to do, and a rule.',
      inputSchema: { paths: pathsInput.optional() },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ paths: checked = ['.'] }, { signal }) =>
      toResult(await runTool(runCommand, ['check', '--', ...checked], { cwd, signal })),
  );
  server.registerTool(
    'run',
    {
      title: 'Run Actions on a signup',
      description:
        'Runs Auth0 pre-user-registration Actions on this machine, and reports the decision, the calls, the user as created and likely mistakes. The Actions can do all that Node can: run only Actions that you trust.',
      inputSchema: runInput,
      annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
    },
    async (input, { signal }) =>
      toResult(await runTool(runCommand, toRunArguments(input), { cwd, signal })),
  );
  server.registerTool(
    'explore',
    {
      title: 'Explore Actions',
      description:
        'Draws signups that Auth0 can send, runs each Action on them, and reports those on which it throws, hangs, leaves work behind, contradicts itself or exposes a secret, each with a test that fails. Requests get made-up responses. The Actions can do all else that Node can: explore only Actions that you trust.',
      inputSchema: exploreInput,
      annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
    },
    async (input, { signal }) =>
      toResult(await runTool(runCommand, toExploreArguments(input), { cwd, signal })),
  );
  server.registerTool(
    'rules',
    {
      title: 'Look up rules',
      description:
        'Explains rules of the pre-user-registration trigger, such as F6, and diagnostics, such as late-call, each with its page. Without ids, lists all.',
      inputSchema: {
        ids: z.array(z.string()).optional().describe('Such as ["F6", "late-call"]'),
      },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ ids = [] }) => explainRules(ids),
  );
  return server;
}

interface ToolResult {
  [key: string]: unknown;
  readonly content: { readonly type: 'text'; readonly text: string }[];
  readonly isError: boolean;
}

/** A tool fails if nothing could be done: a refusal, or a finding, is what it was asked for. */
const toResult = ({ status, text }: Printed): ToolResult => ({
  content: [{ type: 'text', text: `${text.trimEnd()}\n\nExit status: ${status}` }],
  isError: status === exitStatus.usage,
});

async function explainRules(ids: readonly string[]): Promise<ToolResult> {
  const rules = await readRules();
  if (ids.length === 0) {
    const list = rules.map(({ title, page }) => `${title}: ${page}`).join('\n');
    return { content: [{ type: 'text', text: list }], isError: false };
  }
  const explained = ids.map((id) => {
    const found = rules.find((rule) => rule.id.toLowerCase() === id.toLowerCase());
    return found
      ? { isKnown: true, text: `# ${found.title}\n\n${found.text}\n\n${found.page}` }
      : { isKnown: false, text: `There is no rule ${id}: without ids, this tool lists all.` };
  });
  return {
    content: explained.map(({ text }) => ({ type: 'text', text })),
    isError: explained.some(({ isKnown }) => !isKnown),
  };
}
