import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { exitStatus } from '../exit-status.ts';
import { tenantForms } from '../load/tenant/tenant-forms.ts';
import { startingPointNames } from '../signups/read-signups.ts';
import { readRules } from './read-rules.ts';
import { runTool, type Printed, type RunCommand } from './run-tool.ts';

declare global {
  /** The declarations of the protocol's library name it, and those of Node do not have it. */
  type HeadersInit = NonNullable<RequestInit['headers']>;
}

const paths = z
  .array(z.string())
  .min(1)
  .describe(`Action files in binding order, ${tenantForms}; relative to the working folder`);
const texts = z.record(z.string(), z.string());

const runInput = {
  paths,
  from: z.enum(startingPointNames).optional().describe('A typical event to start from'),
  event: z
    .string()
    .optional()
    .describe('Instead of `from`: a JSON or NDJSON file of events, or a folder of them'),
  set: texts
    .optional()
    .describe('Fields of the event by their paths, such as { "user.email": "ada@example.com" }'),
  unset: z.array(z.string()).optional().describe('Fields to remove, such as user.email'),
  envFile: z.string().optional().describe('A file with the secrets, one NAME=VALUE per line'),
  secrets: texts.optional().describe('Made-up secrets; real ones belong into `envFile`'),
  configuration: texts.optional().describe('event.configuration'),
  only: z.array(z.string()).optional().describe('Names of the Actions to run'),
  timeoutMs: z.int().positive().optional().describe('How long all Actions may take together'),
};

/** Creates a server with the tools `check`, `run` and `rules`, which work in this folder. */
export function createServer(runCommand: RunCommand, cwd: string): McpServer {
  const server = new McpServer({ name: 'signup-actions', version: manifest.version });
  server.registerTool(
    'check',
    {
      title: 'Check Actions',
      description:
        'Finds mistakes in Auth0 pre-user-registration Actions without running them. Each finding has a place, a sentence that says what to do, and a rule.',
      inputSchema: { paths: paths.optional() },
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

type RunInput = z.infer<z.ZodObject<typeof runInput>>;

/** The arguments of `signup-actions run`. A value is joined to its option, and no path can be taken for an option. */
function toRunArguments(input: RunInput): readonly string[] {
  const toOptions = (
    name: string,
    ...values: readonly (string | number | undefined)[]
  ): readonly string[] =>
    values.flatMap((value) => (value === undefined ? [] : [`--${name}=${value}`]));
  const toPairs = (values: Readonly<Record<string, string>> = {}): readonly string[] =>
    Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return [
    'run',
    ...toOptions('from', input.from),
    ...toOptions('event', input.event),
    ...toOptions('set', ...toPairs(input.set)),
    ...toOptions('unset', ...(input.unset ?? [])),
    ...toOptions('env-file', input.envFile),
    ...toOptions('secret', ...toPairs(input.secrets)),
    ...toOptions('configuration', ...toPairs(input.configuration)),
    ...toOptions('only', ...(input.only ?? [])),
    ...toOptions('timeout', input.timeoutMs),
    '--',
    ...input.paths,
  ];
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
