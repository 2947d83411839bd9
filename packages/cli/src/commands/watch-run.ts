import { listModules } from '@signup-actions/workbench';
import { readActions } from '../load/read-actions.ts';
import type { Shell } from '../shell.ts';
import { run, type RunOptions } from './run.ts';
import { watch } from './watch.ts';

/** Runs the Actions at these absolute paths, and again whenever what they read changes. */
export function watchRun(
  paths: readonly string[],
  options: RunOptions,
  shell: Shell,
  interrupted: AbortSignal,
): Promise<number> {
  const { event, envFile, config, module: modules = [] } = options;
  return watch(
    {
      run: (stop, onInputs) => run(paths, options, shell, stop, onInputs),
      named: [...paths, event, envFile, config, ...modules.map(({ file }) => file)],
      findInputs: () => findSources(paths),
      isOutput: (path) => isCache(path, options),
    },
    shell,
    interrupted,
  );
}

/** The files with the code of Actions, which may lie outside of the paths that the user named. */
async function findSources(paths: readonly string[]): Promise<readonly string[]> {
  const { actions } = await readActions(paths).catch(() => ({ actions: [] }));
  return [...actions, ...listModules(actions)].map(({ file }) => file);
}

/** Whether a path is the file of the cache, or what is written before it replaces the file. */
const isCache = (path: string, { cache }: RunOptions): boolean =>
  cache !== undefined &&
  (path === cache || (path.startsWith(`${cache}.`) && path.endsWith('.tmp')));
