import { join } from 'node:path';
import { handlerExample } from '@signup-actions/workbench';
import { exists } from '../files/find-files.ts';
import { keepLineEnds, readText } from '../files/read-text.ts';
import type { Step } from './step.ts';

const path = 'AGENTS.md';
const begin = '<!-- signup-actions -->';
const end = '<!-- /signup-actions -->';

/** The commands of this folder, as its package manager runs them. */
export interface AgentCommands {
  /** Absent if there are no tests. */
  readonly test: string | undefined;
  readonly check: string;
  /** `signup-actions`, without arguments. */
  readonly command: string;
}

/**
 * Plans a section for coding agents: how to check, test and run the Actions here. What is in the file already stays as
 * it is.
 */
export async function planAgents(folder: string, commands: AgentCommands): Promise<Step> {
  const file = join(folder, path);
  const section = formatSection(commands);
  if (!(await exists(file))) {
    return {
      path,
      type: 'create',
      text: section,
      note: 'created: what coding agents need to know',
    };
  }
  const text = await readText(file);
  if (text.includes(begin)) {
    return {
      path,
      type: 'leave',
      note: `unchanged: it has the section between ${begin} and ${end}`,
    };
  }
  const gap = text === '' || /\n\r?\n$/.test(text) ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return {
    path,
    type: 'add',
    text: `${text}${keepLineEnds(text, `${gap}${section}`)}`,
    note: 'added a section at its end: what coding agents need to know',
  };
}

const formatSection = ({ test, check, command }: AgentCommands): string => `${begin}

## Auth0 pre-user-registration Actions

An Action is one CommonJS file: \`${handlerExample}\`. It runs when a user signs up.

- After every change, check: \`${check}\`. Fix each finding; the address below it explains the rule.${
  test === undefined ? '' : `\n- Then test: \`${test}\`. A change of behaviour needs a test.`
}
- To see what an Action does: \`${command} run FILE --set user.email=ada@example.com\`. Exit status: 0 allowed, 1 refused, 2 nothing
  was run, 3 an Action failed. \`${command} run --help\` lists all options.
- \`api.access.deny(reason, userMessage)\` does not end the handler: return it. The reason is for the log, the message for
  the user.
- The event is read-only, most of its fields may be absent, and there is no \`user_id\` yet: the user does not exist.
- Secrets come from \`event.secrets\`. Never write one into code, tests, logs or metadata.
- \`${command} mcp\` offers \`run\`, \`check\` and the rules over the Model Context Protocol.

${end}
`;
