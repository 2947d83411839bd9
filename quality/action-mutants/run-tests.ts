import { createRequire } from 'node:module';
import { run } from 'node:test';
import { startVitest } from 'vitest/node';
import type { Project } from './projects.ts';

/** The part of Jest that is used here: its own types need those of its globals. */
interface Jest {
  readonly runCLI: (
    argv: object,
    projects: readonly string[],
  ) => Promise<{
    readonly results: {
      readonly testResults: readonly {
        readonly testFilePath: string;
        readonly numFailingTests: number;
        readonly testExecError?: unknown;
      }[];
    };
  }>;
}

/** Runs test files with a project's runner. Returns those of which at least one test failed. */
export async function findFailingTests(
  project: Project,
  folder: string,
  files: readonly string[],
): Promise<ReadonlySet<string>> {
  switch (project.runner) {
    case 'vitest':
      return runVitest(folder);
    case 'jest':
      return runJest(project, folder);
    case 'node':
      return runNodeTest(files);
  }
}

async function runVitest(folder: string): Promise<ReadonlySet<string>> {
  const vitest = await startVitest('test', [], {
    root: folder,
    watch: false,
    reporters: [{}],
    maxWorkers: 2,
  });
  const failing = vitest.state
    .getTestModules()
    .filter((module) => !module.ok())
    .map(({ moduleId }) => moduleId);
  await vitest.close();
  // Which tests fail is a result here, not the result.
  process.exitCode = 0;
  return new Set(failing);
}

async function runJest(project: Project, folder: string): Promise<ReadonlySet<string>> {
  const { runCLI } = createRequire(`${project.folder}/package.json`)('jest') as Jest;
  const argv = { $0: '', _: [], silent: true, reporters: [], maxWorkers: 2 };
  const { results } = await runCLI(argv, [folder]);
  return new Set(
    results.testResults
      .filter(({ numFailingTests, testExecError }) => numFailingTests > 0 || testExecError)
      .map(({ testFilePath }) => testFilePath),
  );
}

async function runNodeTest(files: readonly string[]): Promise<ReadonlySet<string>> {
  const failing = new Set<string>();
  for await (const event of run({ files: [...files], concurrency: 2 })) {
    if (event.type === 'test:fail' && event.data.file !== undefined) failing.add(event.data.file);
  }
  return failing;
}
