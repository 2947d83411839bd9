import { join, relative } from 'node:path';
import { handlerExample } from '@signup-actions/workbench';
import { exitStatus } from '../exit-status.ts';
import { exists, isFolder } from '../files/find-files.ts';
import { exampleAction } from '../init/example-action.ts';
import { listAgentCommands, listNextCommands, quoteAll } from '../init/list-next-commands.ts';
import { planAgents } from '../init/plan-agents.ts';
import { planCases } from '../init/plan-cases.ts';
import { planBunMatchers, planEditor } from '../init/plan-editor.ts';
import { planLaunch } from '../init/plan-launch.ts';
import { planManifest } from '../init/plan-manifest.ts';
import { planScopes } from '../init/plan-scopes.ts';
import { planTests } from '../init/plan-tests.ts';
import { readProject } from '../init/read-project.ts';
import { applyStep, formatSteps } from '../init/step.ts';
import { createShow } from '../print/create-show.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';

/** The options of `signup-actions init`. */
export interface InitOptions {
  /** Whether to write an Action to begin with if the folder has none. */
  readonly example?: boolean;
  /** Whether to write a section for coding agents into AGENTS.md. */
  readonly agents?: boolean;
}

/**
 * Prepares the folder of Actions at this absolute path for types and tests, and returns the exit status. It does not
 * overwrite anything.
 */
export async function init(
  folder: string,
  { example, agents }: InitOptions,
  shell: Shell,
): Promise<number> {
  const { paint, cwd, env } = shell;
  if (!(await exists(folder))) {
    throw new UsageError(`Failed to set up ${folder}: the folder does not exist. Create it first.`);
  }
  if (!(await isFolder(folder, 'set up'))) {
    throw new UsageError(`Failed to set up ${folder}: it is a file, but a folder is needed.`);
  }
  const found = await readProject(folder, env);
  const isEmpty = found.actions.length === 0;
  if (isEmpty && !example) {
    const path = relative(cwd, folder);
    const words = [
      'npx',
      '@signup-actions/cli',
      'init',
      ...(path === '' ? [] : [path]),
      '--example',
    ];
    throw new UsageError(
      `Failed to set up ${folder}: it contains no Action. An Action is a file that contains ${handlerExample}.\nTo begin with an example: ${quoteAll(words)}`,
    );
  }
  if (isEmpty && (await exists(join(folder, exampleAction.path)))) {
    throw new UsageError(
      `Failed to write an example to ${folder}: it contains another ${exampleAction.path}. Pass an empty folder.`,
    );
  }
  if (isEmpty) await applyStep(folder, exampleAction);
  const project = isEmpty ? await readProject(folder, env) : found;
  // Everything is planned before anything is written, so a file that cannot be read leaves the folder unchanged.
  const scopes = await planScopes(project);
  const tests = await planTests(project, scopes.misread);
  const cases = await planCases(project, tests);
  const steps = [
    planManifest(project),
    await planEditor(project),
    ...(await planBunMatchers(project)),
    await planLaunch(project),
    ...scopes.steps,
    ...tests,
    ...cases,
    ...(agents ? [await planAgents(folder, listAgentCommands(project, tests))] : []),
  ];
  for (const step of steps) await applyStep(folder, step);
  const all = isEmpty ? [exampleAction, ...steps] : steps;
  const show = createShow(shell, { isVerbose: true });
  await show(formatSteps(all, listNextCommands(project, { tests, cases }, cwd), paint));
  return exitStatus.allowed;
}
