import { join } from 'node:path';
import { handlerExample } from '@signup-actions/workbench';
import { exitStatus } from '../exit-status.ts';
import { isFolder } from '../files/find-files.ts';
import { findActions } from '../init/find-actions.ts';
import { listNextCommands } from '../init/list-next-commands.ts';
import { findRunner, readManifest } from '../init/manifest.ts';
import { planEditor } from '../init/plan-editor.ts';
import { listWantedDependencies, planManifest } from '../init/plan-manifest.ts';
import { planTest } from '../init/plan-test.ts';
import { applyStep, formatSteps } from '../init/step.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Prepares the folder of Actions at this absolute path for types and tests, and returns the exit status. It does not
 * overwrite anything.
 */
export async function init(folder: string, { print, paint }: Shell): Promise<number> {
  if (!(await isFolder(folder, 'set up'))) {
    throw new UsageError(`Failed to set up ${folder}: it is a file, but a folder is needed.`);
  }
  const actions = await findActions(folder);
  if (actions.length === 0) {
    throw new UsageError(
      `Failed to set up ${folder}: it contains no Action. Pass a folder with a file that contains ${handlerExample}.`,
    );
  }
  const found = await readManifest(join(folder, 'package.json'));
  const manifest = found?.manifest ?? {};
  const ownRunner = findRunner(manifest);
  // The kit's matchers, which show what the Action called, do not work in node:test.
  const runner = ownRunner ?? 'vitest';
  // Everything is planned before anything is written, so a file that cannot be read leaves the folder unchanged.
  const steps = [
    planManifest(found, listWantedDependencies(ownRunner ? undefined : runner), runner),
    await planEditor(folder, actions),
    await planTest(folder, actions, runner, manifest),
  ];
  for (const step of steps) await applyStep(folder, step);
  print(formatSteps(steps, await listNextCommands(folder, actions, runner), paint));
  return exitStatus.allowed;
}
