import type { Shell } from '../shell.ts';
import { test, type TestOptions } from './test.ts';
import { watch } from './watch.ts';

/** Runs the cases at these absolute paths, and again whenever a case or what it reads changes. */
export const watchTest = (
  paths: readonly string[],
  options: TestOptions,
  shell: Shell,
  interrupted: AbortSignal,
): Promise<number> =>
  watch(
    {
      run: (stop, onInputs) => test(paths, options, shell, stop, onInputs),
      named: [...paths, options.envFile, options.config],
    },
    shell,
    interrupted,
  );
