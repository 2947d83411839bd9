import { createRequire } from 'node:module';
import { run } from 'node:test';
import { startVitest } from 'vitest/node';

/** The names of the tests that failed, by file; a file that cannot be loaded fails as a whole. */
export type Failures = ReadonlyMap<string, readonly string[]>;

/** Files that share a folder and a setup file. */
export interface VitestRun {
  readonly name: string;
  readonly root: string;
  readonly setupFile: string;
}

/** Runs all files of these folders in one process. */
export async function runVitest(runs: readonly VitestRun[], root: string): Promise<Failures> {
  const vitest = await startVitest(
    'test',
    [],
    { root, watch: false, reporters: [{}], maxWorkers: 2 },
    {
      test: {
        projects: runs.map(({ name, root: folder, setupFile }) => ({
          test: { name, root: folder, setupFiles: [setupFile], isolate: false },
        })),
      },
    },
  );
  const failures = vitest.state.getTestModules().map((module): [string, readonly string[]] => {
    const failing = [...module.children.allTests('failed')].map(({ fullName }) => fullName);
    return [module.moduleId, module.ok() || failing.length > 0 ? failing : ['the file']];
  });
  await vitest.close();
  // Which tests fail is a result here, not the result.
  process.exitCode = 0;
  return new Map(failures);
}

/** The part of Jest that is used here: its own types need those of its globals. */
interface Jest {
  readonly runCLI: (
    argv: object,
    projects: readonly string[],
  ) => Promise<{
    readonly results: {
      readonly testResults: readonly {
        readonly testFilePath: string;
        readonly testResults: readonly { readonly fullName: string; readonly status: string }[];
        readonly testExecError?: unknown;
      }[];
    };
  }>;
}

/** Runs all files of a folder with the Jest that `projectFolder` has installed. */
export async function runJest(projectFolder: string, folder: string): Promise<Failures> {
  const { runCLI } = createRequire(`${projectFolder}/package.json`)('jest') as Jest;
  const argv = { $0: '', _: [], silent: true, reporters: [], maxWorkers: 2 };
  const { results } = await runCLI(argv, [folder]);
  return new Map(
    results.testResults.map(({ testFilePath, testResults, testExecError }) => [
      testFilePath,
      testExecError
        ? ['the file']
        : testResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    ]),
  );
}

/** Runs files with node:test, all of them in this process. */
export async function runNodeTest(files: readonly string[]): Promise<Failures> {
  const failures = new Map<string, string[]>();
  const restore = silence();
  for await (const event of run({ files: [...files], isolation: 'none' })) {
    if (event.type !== 'test:fail' || event.data.file === undefined) continue;
    failures.set(event.data.file, [...(failures.get(event.data.file) ?? []), event.data.name]);
  }
  restore();
  return failures;
}

/** What the Actions print is not part of the report. */
function silence(): () => void {
  const { log, warn, error } = console;
  console.log = console.warn = console.error = () => {};
  return () => void Object.assign(console, { log, warn, error });
}
