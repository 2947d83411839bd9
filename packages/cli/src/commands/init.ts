import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { exitStatus } from '../exit-status.ts';
import { handlerExample } from '@signup-actions/workbench';
import { findActions } from '../init/find-actions.ts';
import { findRunner } from '../init/find-runner.ts';
import { nextCommands } from '../init/next-commands.ts';
import { planEditor } from '../init/plan-editor.ts';
import { planManifest } from '../init/plan-manifest.ts';
import { planTest } from '../init/plan-test.ts';
import { readManifest } from '../init/read-manifest.ts';
import type { Step } from '../init/step.ts';
import { wantedDependencies } from '../init/wanted-dependencies.ts';
import { explain } from '../load/read-text.ts';
import { formatSteps } from '../print/format-steps.ts';
import { UsageError } from '../usage-error.ts';

/** Prepares a folder of Actions for types and tests, overwrites nothing, and answers the exit status. */
export async function init(path: string): Promise<number> {
  const folder = resolve(path);
  await assertFolder(folder);
  const actions = await findActions(folder);
  if (actions.length === 0) {
    throw new UsageError(
      `Failed to set up ${folder}: no file in it is an Action; name a folder with files that say ${handlerExample}.`,
    );
  }
  const found = await readManifest(join(folder, 'package.json'));
  const manifest = found?.manifest ?? {};
  const own = findRunner(manifest);
  // With its matchers a test that fails says what the Action called; node:test has none.
  const runner = own ?? 'vitest';
  // All is planned before anything is written: what cannot be read changes nothing.
  const steps = [
    planManifest(found, wantedDependencies(own === undefined ? runner : undefined), runner),
    await planEditor(folder, actions),
    await planTest(folder, actions, runner, manifest),
  ];
  for (const step of steps) await write(folder, step);
  console.log(formatSteps(steps, await nextCommands(folder, actions, runner)));
  return exitStatus.allowed;
}

async function assertFolder(folder: string): Promise<void> {
  try {
    if ((await stat(folder)).isDirectory()) return;
  } catch (error) {
    throw new UsageError(`Failed to set up ${folder}: ${explain(error)}.`);
  }
  throw new UsageError(`Failed to set up ${folder}: it is a file, where a folder is needed.`);
}

async function write(folder: string, { path, type, text }: Step): Promise<void> {
  if (text === undefined) return;
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  // What has come into being meanwhile is not overwritten either.
  await writeFile(file, text, { flag: type === 'create' ? 'wx' : 'w' });
}
