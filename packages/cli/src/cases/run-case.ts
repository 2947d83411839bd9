import { ageDocument, createLimits } from '@signup-actions/runtime-core/internal';
import type { FlowRunner } from '../process/parent/create-runner.ts';
import { UsageError } from '../usage-error.ts';
import { matchExpectation } from './match-expectation.ts';
import { listNetworkNotes, matchRequests } from './match-requests.ts';
import type { PlannedCase, PlannedSignup } from './plan-case.ts';
import type { SignupResult } from './signup-result.ts';

/** A case that has run. */
export interface CaseResult {
  readonly planned: PlannedCase;
  readonly signups: readonly CheckedSignup[];
  /** What is to be said of the case even if it passes. */
  readonly notes: readonly string[];
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
  const limits = createLimits();
  let { cache } = planned;
  for (const signup of planned.signups) {
    const { event, expect, network, afterMs = 0 } = signup;
    cache = cache.map(([key, text]) => [key, ageDocument(text, afterMs, limits)]);
    const job = { actions, event, cache, limits, network };
    try {
      const run = await runner.run(job, stop);
      ({ cache } = run);
      const result = { run, event, actions };
      const missing = matchRequests(result);
      const failures = expect
        ? matchExpectation(expect, result)
        : ['The case expects nothing.\nAdd "expect", or run this again with --update to write it.'];
      // What a request without a response leads to says nothing of the Actions.
      signups.push({ signup, result, failures: missing.length > 0 ? missing : failures });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      signups.push({ signup, failures: [error.message] });
      break;
    }
  }
  return { planned, signups, notes: listNetworkNotes(signups) };
}
