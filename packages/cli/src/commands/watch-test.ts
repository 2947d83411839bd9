import { exists } from '../files/find-files.ts';
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
      async listInputs() {
        const { envFile, config } = options;
        const named = [...paths, envFile, config].filter((path) => path !== undefined);
        const present = await Promise.all(named.map(exists));
        return named.filter((_, index) => present[index]);
      },
      isOutput: () => false,
    },
    shell,
    interrupted,
  );
