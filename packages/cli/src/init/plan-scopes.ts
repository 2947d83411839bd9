import { basename, dirname, join } from 'node:path';
import { listFiles } from '../files/find-files.ts';
import type { NearbyAction } from './find-actions.ts';
import { readManifest } from './manifest.ts';
import type { Project } from './read-project.ts';
import type { Step } from './step.ts';

/** What makes the runner load Actions as CommonJS. */
export interface Scopes {
  readonly steps: readonly Step[];
  /** The Actions that the runner would still take for ES modules. */
  readonly misread: readonly NearbyAction[];
}

/**
 * Plans a `package.json` that says `"type": "commonjs"` for each folder of Actions that the runner would take for ES
 * modules. Other code in the same folder may be ES modules, so a folder has to contain nothing else.
 */
export async function planScopes(project: Project): Promise<Scopes> {
  const steps = new Map<string, Step>();
  const misread: NearbyAction[] = [];
  for (const action of project.actions) {
    if (!(await isMisread(project, action))) continue;
    const folder = dirname(action.path);
    const path = `${folder}/package.json`;
    if (folder === '.' || !(await hasOnlyActions(project, folder))) misread.push(action);
    else {
      const text = `${JSON.stringify({ private: true, type: 'commonjs' }, null, 2)}\n`;
      steps.set(path, { path, type: 'create', text, note: 'created: Actions are CommonJS' });
    }
  }
  return { steps: [...steps.values()], misread };
}

/** Whether the runner loads an Action as an ES module although it is CommonJS: the nearest `package.json` decides. */
async function isMisread(
  { folder, manifest, runner }: Project,
  { path, isModule }: NearbyAction,
): Promise<boolean> {
  if (runner.isLenient || isModule || !path.endsWith('.js')) return false;
  let { type } = manifest;
  for (let below = dirname(path); below !== '.'; below = dirname(below)) {
    const found = await readManifest(join(folder, below, 'package.json'));
    if (!found) continue;
    ({ type } = found.manifest);
    break;
  }
  return runner.name === 'deno' ? type !== 'commonjs' : type === 'module';
}

async function hasOnlyActions({ folder, actions }: Project, inside: string): Promise<boolean> {
  const files = await listFiles(join(folder, inside), /\.(js|ts|json)$/);
  return files.every(
    (file) =>
      file !== 'package.json' &&
      actions.some(({ path }) => path === join(inside, basename(file)).replaceAll('\\', '/')),
  );
}
