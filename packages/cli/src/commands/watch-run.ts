import { listModules } from '@signup-actions/workbench';
import { exists } from '../files/find-files.ts';
import { readActions } from '../load/read-actions.ts';
import type { Shell } from '../shell.ts';
import { run, type RunOptions } from './run.ts';
import { watch } from './watch.ts';

/** Runs the Actions at these absolute paths, and again whenever what they read changes. */
export const watchRun = (
  paths: readonly string[],
  options: RunOptions,
  shell: Shell,
  interrupted: AbortSignal,
): Promise<number> =>
  watch(
    {
      run: (stop, onInputs) => run(paths, options, shell, stop, onInputs),
      listInputs: () => listInputs(paths, options),
      isOutput: (path) => isCache(path, options),
    },
    shell,
    interrupted,
  );

/** Actions, what binds them, events and secrets. */
async function listInputs(
  paths: readonly string[],
  { event, envFile, config, module: modules = [] }: RunOptions,
): Promise<readonly string[]> {
  const given = modules.map(({ file }) => file);
  const named = [...paths, event, envFile, config, ...given].filter((path) => path !== undefined);
  const present = await Promise.all(named.map(exists));
  // Actions may lie outside of the paths that the user named.
  const { actions } = await readActions(paths).catch(() => ({ actions: [] }));
  const sources = [...actions, ...listModules(actions)];
  return [...named.filter((_, index) => present[index]), ...sources.map(({ file }) => file)];
}

/** Whether a path is the file of the cache, or what is written before it replaces the file. */
const isCache = (path: string, { cache }: RunOptions): boolean =>
  cache !== undefined &&
  (path === cache || (path.startsWith(`${cache}.`) && path.endsWith('.tmp')));
