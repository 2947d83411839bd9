import { dirname, relative } from 'node:path';
import { resolveCommand, type Agent, type Command } from 'package-manager-detector';
import type { AgentCommands } from './plan-agents.ts';
import type { Project } from './read-project.ts';
import type { Step } from './step.ts';

/** The commands that a section for agents names. */
export function listAgentCommands(project: Project, tests: readonly Step[]): AgentCommands {
  const agent = toAgent(project);
  const [test] = listTestCommands(agent, project, tests);
  const check =
    project.flow && project.flow.root !== '.' ? ['check', project.flow.root] : ['check'];
  return { test, check: toOwnCommand(agent, check), command: toOwnCommand(agent, []) };
}

/** The commands to type next in this working folder, for the package manager of the project. */
export function listNextCommands(
  project: Project,
  { tests, cases }: { readonly tests: readonly Step[]; readonly cases: readonly Step[] },
  cwd: string,
): readonly string[] {
  const { folder, actions, flow } = project;
  const agent = toAgent(project);
  const check = ['check'];
  if (flow?.root !== '.') check.push(...(flow ? [flow.root] : actions.map(({ path }) => path)));
  const path = relative(cwd, folder);
  return [
    ...(path === '' ? [] : [quoteAll(['cd', path])]),
    resolve(agent, 'install', []),
    ...listTestCommands(agent, project, tests),
    ...(cases.length > 0 ? [toOwnCommand(agent, ['test'])] : []),
    toOwnCommand(agent, check),
  ];
}

/** How to start our command. Deno runs the command of a package by the package's name. */
const toOwnCommand = (agent: Agent, args: readonly string[]): string =>
  agent === 'deno'
    ? quoteAll(['deno', 'run', '--allow-all', 'npm:@signup-actions/cli', ...args])
    : resolve(agent, 'execute-local', ['signup-actions', ...args]);

/** What installs the packages. Bun and Deno do so themselves. */
const toAgent = ({ agent, runner: { name } }: Project): Agent =>
  name === 'bun' || name === 'deno' ? name : agent;

/** The command that runs our tests; none if there are none. */
function listTestCommands(
  agent: Agent,
  { runner }: Project,
  tests: readonly Step[],
): readonly string[] {
  const paths = tests.filter(({ type }) => type !== 'omit').map(({ path }) => path);
  if (paths.length === 0) return [];
  if (runner.script !== undefined) return [resolve(agent, 'run', [runner.script])];
  const args = [...runner.command, ...(runner.isGreedy ? toPattern(paths) : [])];
  return [runner.isPackage ? resolve(agent, 'execute-local', args) : quoteAll(args)];
}

/** One path as it is, several as a pattern that a shell or the runner expands. */
function toPattern(paths: readonly string[]): readonly string[] {
  if (paths.length === 1) return paths;
  const patterns = paths.map((path) => `${dirname(path)}/*${/\.\w+\.\w+$/.exec(path)?.[0] ?? ''}`);
  return [...new Set(patterns)];
}

function resolve(agent: Agent, command: Command, args: readonly string[]): string {
  const resolved = resolveCommand(agent, command, [...args]);
  return quoteAll([resolved?.command ?? agent, ...(resolved?.args ?? args)]);
}

/** A command line for a shell: a path with a space is one argument. */
export const quoteAll = (words: readonly string[]): string =>
  words
    .map((word) =>
      /^[\w@%+=:,./*-]+$/.test(word) ? word : `"${word.replaceAll(/["$`\\]/g, '\\$&')}"`,
    )
    .join(' ');
