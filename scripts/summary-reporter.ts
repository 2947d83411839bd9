import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';

/**
 * Closes a run with the time of each project, what was skipped and the command that runs it, and the line
 * `N passed, N failed, N skipped`. Writes the totals to `.reports/tests/vitest.json`, under Jest's names.
 *
 * @param optIn The projects that are skipped by default. `pnpm NAME` runs them.
 */
export function createSummaryReporter(optIn: readonly string[]): Reporter {
  let vitest: Vitest;
  /** From a project's first file to its last, in milliseconds since 1970. */
  const spans = new Map<string, { readonly start: number; readonly end: number }>();
  return {
    onInit: (instance) => void (vitest = instance),
    onTestRunStart: () => spans.clear(),
    onTestModuleQueued: ({ project: { name } }) =>
      void spans.set(name, { start: Date.now(), end: 0, ...spans.get(name) }),
    onTestModuleEnd: ({ project: { name } }) =>
      void spans.set(name, { start: Date.now(), ...spans.get(name), end: Date.now() }),
    onTestRunEnd(modules, unhandledErrors) {
      if (vitest.config.watch) return;
      const times = [...spans].map(
        ([name, { start, end }]) => `${name} ${((end - start) / 1_000).toFixed(1)} s`,
      );
      const [passed, failed, skipped] = [
        count(modules, 'passed'),
        // A file that could not be loaded, and an error that no test caught, count as failed tests.
        count(modules, 'failed') + modules.filter(isBroken).length + unhandledErrors.length,
        count(modules, 'skipped'),
      ];
      const ending = skipped > 0 ? `, ${skipped} skipped` : '';
      const lines = [
        ...(times.length > 0 ? [`Time: ${times.join(', ')}`] : []),
        ...optIn.flatMap((name) => listSkipped(name, modules)),
        `${passed} passed, ${failed} failed${ending}`,
      ];
      vitest.logger.log(lines.join('\n'));
      writeTotals(`${vitest.config.root}/.reports/tests`, {
        numPassedTests: passed,
        numFailedTests: failed,
        numPendingTests: skipped,
      });
    },
  };
}

type State = 'passed' | 'failed' | 'skipped';

const count = (modules: readonly TestModule[], state: State): number =>
  modules.flatMap(({ children }) => [...children.allTests(state)]).length;

const isBroken = (module: TestModule): boolean =>
  !module.ok() && [...module.children.allTests('failed')].length === 0;

/** The outermost names of a project's skipped tests, below the command that runs them. */
function listSkipped(project: string, modules: readonly TestModule[]): readonly string[] {
  const tests = modules
    .filter((module) => module.project.name === project)
    .flatMap(({ children }) => [...children.allTests('skipped')]);
  if (tests.length === 0) return [];
  const command = `pnpm ${project}`;
  const names = tests.map((test) => `  ${toOutermost(test).name.replace(` (${command})`, '')}`);
  return [`Skipped ${tests.length} tests, which \`${command}\` runs:`, ...new Set(names)];
}

function toOutermost(task: TestCase | TestSuite): TestCase | TestSuite {
  return task.parent.type === 'module' ? task : toOutermost(task.parent);
}

function writeTotals(folder: string, totals: object): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/vitest.json`, JSON.stringify(totals));
}
