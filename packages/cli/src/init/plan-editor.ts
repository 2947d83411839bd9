import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NearbyAction } from './find-actions.ts';
import type { Step } from './step.ts';

const globals = '@signup-actions/types/globals';

const compilerOptions = {
  target: 'es2023',
  // No `dom`: its `Event` would be taken for ours.
  lib: ['es2023'],
  module: 'nodenext',
  checkJs: true,
  noEmit: true,
  // An editor would check the code of packages whose names Node's types mention.
  maxNodeModuleJsDepth: 0,
  strict: true,
  noImplicitAny: false,
  skipLibCheck: true,
  types: ['node', globals],
};

/** Plans a configuration with which the editor finds mistakes and knows the types in the dashboard's comment. */
export async function planEditor(folder: string, actions: readonly NearbyAction[]): Promise<Step> {
  for (const path of ['tsconfig.json', 'jsconfig.json']) {
    const text = await readFile(join(folder, path), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const note = text.includes(globals)
      ? 'unchanged: it has the types'
      : `unchanged: add "checkJs": true, and ${JSON.stringify(globals)} to "types", in its "compilerOptions"`;
    return { path, type: 'leave', note };
  }
  const isTypeScript = actions.some((action) => action.isTypeScript);
  const options = isTypeScript
    ? { ...compilerOptions, allowJs: true, allowImportingTsExtensions: true }
    : compilerOptions;
  return {
    path: isTypeScript ? 'tsconfig.json' : 'jsconfig.json',
    type: 'create',
    text: `${JSON.stringify({ compilerOptions: options }, null, 2)}\n`,
    note: 'created: the editor knows the types and checks JavaScript',
  };
}
