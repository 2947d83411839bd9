import { join } from 'node:path';
import type { Agent } from 'package-manager-detector';
import type { Shell } from '../shell.ts';
import { findActions, type NearbyAction } from './find-actions.ts';
import { findAgent } from './find-agent.ts';
import { findFlow, type NearbyFlow } from './find-flow.ts';
import { findRunner } from './find-runner.ts';
import { readManifest, type Manifest, type ManifestFile } from './manifest.ts';
import { readTests, type ExistingTest } from './read-tests.ts';
import { toRunner, type Runner } from './runner.ts';

/** What `init` knows of a folder before it writes to it. */
export interface Project {
  readonly folder: string;
  /** Absent if the folder has no `package.json`. */
  readonly manifestFile: ManifestFile | undefined;
  /** Its `package.json`, or the one that `init` creates. */
  readonly manifest: Manifest;
  /** The package manager. */
  readonly agent: Agent;
  readonly runner: Runner;
  /** Whether nothing in the project names a runner. */
  readonly isNewRunner: boolean;
  /** Whether `init` has to add the runner. */
  readonly isRunnerMissing: boolean;
  readonly tests: readonly ExistingTest[];
  /** All Actions: first the bound ones, in binding order. */
  readonly actions: readonly NearbyAction[];
  readonly flow: NearbyFlow | undefined;
}

/** Reads a folder of Actions. */
export async function readProject(folder: string, env: Shell['env']): Promise<Project> {
  const manifestFile = await readManifest(join(folder, 'package.json'));
  // Actions are CommonJS, so a new package.json says so.
  const manifest = manifestFile?.manifest ?? { type: 'commonjs' };
  const tests = await readTests(folder);
  const { name, isNew, isMissing } = await findRunner(folder, manifest, tests);
  const flow = await findFlow(folder);
  const bound = flow?.actions ?? [];
  const others = (await findActions(folder)).filter(
    ({ path }) => !bound.some((action) => action.path === path),
  );
  return {
    folder,
    manifestFile,
    manifest,
    agent: await findAgent(folder, env),
    runner: toRunner(name, manifest),
    isNewRunner: isNew,
    isRunnerMissing: isMissing,
    tests,
    actions: [...bound, ...others],
    flow,
  };
}
