import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { globalTypes, editorOptions } from '@signup-actions/workbench';
import { exists } from '../files/find-files.ts';
import type { Manifest } from './manifest.ts';
import type { Project } from './read-project.ts';
import type { Runner } from './runner.ts';
import type { Step } from './step.ts';

/** Plans a configuration with which the editor finds what `check` finds, and knows the matchers. */
export async function planEditor({
  folder,
  actions,
  flow,
  runner,
  manifest,
}: Project): Promise<Step> {
  const hasModules = actions.some(({ modules }) => modules.length > 0);
  const types = [globalTypes, ...(hasModules ? [moduleTypes] : [])];
  const ours = [...types, ...(runner.matchers === undefined ? [] : [runner.matchers])];
  for (const path of ['tsconfig.json', 'jsconfig.json']) {
    const text = await readFile(join(folder, path), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const missing = ours.filter((name) => !text.includes(name)).map((name) => JSON.stringify(name));
    const note =
      missing.length === 0
        ? 'unchanged: it has the types'
        : `unchanged: add "checkJs": true, and ${missing.join(' and ')} to "types", in its "compilerOptions"`;
    return { path, type: 'leave', note };
  }
  const isTypeScript = actions.some((action) => action.isTypeScript);
  const compilerOptions = {
    ...editorOptions,
    // A `jsconfig.json` would check the JavaScript of packages, too.
    ...(isTypeScript ? { allowImportingTsExtensions: true } : { maxNodeModuleJsDepth: 0 }),
    types: [...types, ...listRunnerTypes(runner, manifest)],
    // The types of a module are those of its code.
    ...(hasModules && flow
      ? { paths: { 'actions:*': [`./${posix.join(flow.root, 'action-modules/*/code.js')}`] } }
      : {}),
  };
  return {
    path: isTypeScript ? 'tsconfig.json' : 'jsconfig.json',
    type: 'create',
    text: `${JSON.stringify({ compilerOptions }, null, 2)}\n`,
    note: 'created: the editor knows the types and checks JavaScript',
  };
}

/** The global `actions` of Actions modules. */
const moduleTypes = '@signup-actions/types/module-globals';

/** The types of the runtime and of the runner. The first `Event` counts, so ours come before these. */
function listRunnerTypes(
  { name, matchers }: Runner,
  { devDependencies = {} }: Manifest,
): readonly string[] {
  const runtime = name === 'bun' ? 'bun' : 'node';
  // The names that tests use without an import.
  const globals = name === 'mocha' || `@types/${name}` in devDependencies ? [name] : [];
  return [runtime, ...globals, ...(matchers === undefined ? [] : [matchers])];
}

/** Plans the types of the matchers for Bun, whose `expect` has a type of its own. */
export async function planBunMatchers({ folder, runner }: Project): Promise<readonly Step[]> {
  const path = 'bun-matchers.d.ts';
  if (runner.name !== 'bun' || (await exists(join(folder, path)))) return [];
  return [{ path, type: 'create', text: bunMatchers, note: 'created: the types of the matchers' }];
}

const bunMatchers = `import type { SignupMatchers } from '@signup-actions/testing/matchers';

declare module 'bun:test' {
  interface Matchers<T> extends SignupMatchers {}
  interface AsymmetricMatchers extends SignupMatchers<any> {}
}
`;
