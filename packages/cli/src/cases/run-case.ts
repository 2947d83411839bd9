import { createLimits } from '@signup-actions/runtime-core/internal';
import type { CacheEntries } from '@signup-actions/workbench';
import { isJsonObject, parseJsonIfValid } from '../files/json.ts';
import type { FlowRunner } from '../process/parent/create-runner.ts';
import { UsageError } from '../usage-error.ts';
import { matchExpectation } from './match-expectation.ts';
import type { PlannedCase, PlannedSignup } from './plan-case.ts';
import type { SignupResult } from './signup-result.ts';

/** A case that has run. */
export interface CaseResult {
  readonly planned: PlannedCase;
  readonly signups: readonly CheckedSignup[];
}

/** A signup that has run, and why it is not as expected. */
export interface CheckedSignup {
  readonly signup: PlannedSignup;
  /** Absent if the Actions cannot run. */
  readonly result?: SignupResult;
  readonly failures: readonly string[];
}

/** Runs the signups of a case one after another, which share the cache. Rejects with the reason of `stop`. */
export async function runCase(
  planned: PlannedCase,
  runner: FlowRunner,
  stop: AbortSignal,
): Promise<CaseResult> {
  const { actions } = planned;
  const signups: CheckedSignup[] = [];
  let { cache } = planned;
  for (const signup of planned.signups) {
    const { event, expect, afterMs = 0 } = signup;
    const job = { actions, event, cache: ageCache(cache, afterMs), limits: createLimits({}) };
    try {
      const run = await runner.run(job, stop);
      ({ cache } = run);
      const result = { run, event, actions };
      const failures = expect
        ? matchExpectation(expect, result)
        : ['The case expects nothing.\nAdd "expect", or run this again with --update to write it.'];
      signups.push({ signup, result, failures });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      signups.push({ signup, failures: [error.message] });
      break;
    }
  }
  return { planned, signups };
}

/** The cache when all its records are older by these milliseconds. */
function ageCache(cache: CacheEntries, ms: number): CacheEntries {
  if (ms === 0) return cache;
  return cache.map(([key, text]) => {
    const document = parseJsonIfValid(text);
    const records = isJsonObject(document) ? document['records'] : undefined;
    if (!Array.isArray(records)) return [key, text];
    const older = records.map((record: readonly unknown[]) =>
      record.map((part) => (typeof part === 'number' ? part - ms : part)),
    );
    return [key, JSON.stringify({ ...(document as object), records: older })];
  });
}
