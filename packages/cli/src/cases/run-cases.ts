import { availableParallelism } from 'node:os';
import {
  createRunner,
  type FlowRunner,
  type RunnerOptions,
} from '../process/parent/create-runner.ts';
import type { PlannedCase } from './plan-case.ts';
import type { CaseResult } from './run-case.ts';

const maxJobs = 4;

/**
 * Runs cases, several at the same time, and returns their results in order. Each has the runner by itself, so that its
 * signups share a process. Rejects with what `run` rejects with.
 */
export async function runCases(
  cases: readonly PlannedCase[],
  options: Pick<RunnerOptions, 'onRequired'>,
  run: (planned: PlannedCase, runner: FlowRunner) => Promise<CaseResult>,
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  const left = cases.entries();
  const work = async (): Promise<void> => {
    const runner = createRunner(options);
    try {
      for (const [index, planned] of left) results[index] = await run(planned, runner);
    } finally {
      await runner.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), maxJobs) }, work));
  return results;
}
