import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists, listFiles } from '../files/find-files.ts';
import type { NearbyAction } from './find-actions.ts';
import { formatTest } from './format-test.ts';
import { readManifest, type Manifest, type Runner } from './manifest.ts';
import type { Step } from './step.ts';

/** Plans a first test if no test uses the kit yet. */
export async function planTest(
  folder: string,
  actions: readonly NearbyAction[],
  runner: Runner,
  manifest: Manifest,
): Promise<Step> {
  const existing = await findKitTest(folder);
  if (existing !== undefined) {
    return { path: existing, type: 'leave', note: 'unchanged: it uses the kit' };
  }
  // An Action that needs nothing from outside is the likeliest to run unchanged.
  const action = actions.find(({ isConnected }) => !isConnected) ?? actions[0];
  if (!action) throw new TypeError('There is no Action to test.');
  const path = await choosePath(folder, action, runner, manifest);
  if (await exists(join(folder, path))) {
    return { path, type: 'leave', note: 'unchanged: a file of this name exists' };
  }
  if (
    action.path.endsWith('.js') &&
    !action.isModule &&
    (await isInModule(folder, action, manifest))
  ) {
    return {
      path,
      type: 'leave',
      note: `not created: ${action.path} is CommonJS, but the package.json above it says "type": "module"; put a package.json with { "type": "commonjs" } beside the Actions and run this again`,
    };
  }
  const text = formatTest(action, path, runner);
  return { path, type: 'create', text, note: `created: a first test of ${action.name}` };
}

async function findKitTest(folder: string): Promise<string | undefined> {
  const paths = await listFiles(folder, '**/*.{test,spec}.{js,cjs,mjs,ts,cts,mts}');
  for (const path of paths) {
    const text = await readFile(join(folder, path), 'utf8');
    if (text.includes('@signup-actions/testing')) return path;
  }
  return undefined;
}

async function choosePath(
  folder: string,
  { name }: NearbyAction,
  runner: Runner,
  manifest: Manifest,
): Promise<string> {
  let tests = 'test';
  for (const candidate of ['__tests__', 'tests', 'test']) {
    if (await exists(join(folder, candidate))) tests = candidate;
  }
  // Jest loads CommonJS without flags; the other two load `.mjs` as ESM whatever package.json says.
  const commonJs = manifest.type === 'module' ? 'cjs' : 'js';
  return `${tests}/${name}.test.${runner === 'jest' ? commonJs : 'mjs'}`;
}

/** Whether Node loads an Action's file as ESM: the nearest package.json decides. */
async function isInModule(
  folder: string,
  { path }: NearbyAction,
  manifest: Manifest,
): Promise<boolean> {
  for (let below = dirname(path); below !== '.'; below = dirname(below)) {
    const found = await readManifest(join(folder, below, 'package.json'));
    if (found) return found.manifest.type === 'module';
  }
  return manifest.type === 'module';
}
