import type { CasesFormat } from '../cases/cases-formats.ts';
import { findCases } from '../cases/find-cases.ts';
import { formatCases, isPassed } from '../cases/format-cases.ts';
import { planCase, type PlannedCase } from '../cases/plan-case.ts';
import { runCase } from '../cases/run-case.ts';
import { runCases } from '../cases/run-cases.ts';
import { updateCase } from '../cases/update-case.ts';
import { exitStatus } from '../exit-status.ts';
import { readText } from '../files/read-text.ts';
import { readValues } from '../load/read-values.ts';
import { printReport } from '../print/create-show.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { Stopped, toStoppedStatus } from './create-stop.ts';

/** The options of `signup-actions test`. */
export interface TestOptions {
  /** An absolute path. */
  readonly envFile?: string;
  /** The configuration of the deploy tool, with the values of its marks; an absolute path. */
  readonly config?: string;
  readonly format?: CasesFormat;
  readonly json?: boolean;
  /** Names of the cases to run; by default all. */
  readonly only?: readonly string[];
  /** Whether to write what happens as what is expected. */
  readonly update?: boolean;
  readonly watch?: boolean;
}

/**
 * Runs the cases at these absolute paths, reports which fail, and returns the exit status. `onInputs` receives the files
 * that they turn out to read.
 */
export async function test(
  paths: readonly string[],
  { envFile, config, format = 'text', json = false, only = [], update = false }: TestOptions,
  shell: Shell,
  stop: AbortSignal,
  onInputs: (files: readonly string[]) => void = () => {},
): Promise<number> {
  const values = await readValues({ envFile });
  if (config !== undefined) await readText(config);
  const planned: PlannedCase[] = [];
  // A mistake in the last case is found before the first one runs.
  for (const file of await findCases(paths, shell)) {
    const found = await planCase(file, { values, config });
    planned.push(found);
    onInputs(found.inputs);
  }
  const selected = selectCases(planned, only);
  try {
    const options = { onRequired: onInputs };
    const results = await runCases(selected, options, async (each, runner) => {
      const result = await runCase(each, runner, stop);
      return update ? updateCase(result) : result;
    });
    const printed = json ? 'json' : format;
    await printReport(shell, printed, formatCases(printed, results, shell));
    return results.every(isPassed) ? exitStatus.allowed : exitStatus.found;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return toStoppedStatus(error, exitStatus.found);
  }
}

function selectCases(
  cases: readonly PlannedCase[],
  names: readonly string[],
): readonly PlannedCase[] {
  const unknown = names.find((name) => !cases.some((each) => each.name === name));
  if (unknown !== undefined) {
    throw new UsageError(
      `Failed to use --only ${unknown}: no case has that name.\nCases: ${cases.map(({ name }) => name).join(', ')}.`,
    );
  }
  return names.length === 0 ? cases : cases.filter(({ name }) => names.includes(name));
}
