import type { Event } from '@signup-actions/types';
import type { TestOutcome } from '../run/test-outcome.ts';
import { toEvent } from './drawn-signup.ts';
import { toExploredSignup, type ExploredSignup } from './explored-signup.ts';
import type { Sighting } from './explorer.ts';
import type { Problem } from './find-problems.ts';
import { writeTest } from './write-test.ts';

/** A problem of an Action, and the smallest signup that shows it. */
export interface Finding {
  /** What is wrong, and where. */
  readonly problem: Problem;
  /** A test to paste, in the syntax of Vitest, which fails until the problem is fixed. It calls the Action `action`. */
  readonly source: string;
  /** With `path`, draws the signup again. */
  readonly seed: number;
  /** Where fast-check draws the signup. */
  readonly path: string;
  /** The signup. Comparisons, loops and JSON leave it out. */
  readonly event: Event;
  /** The same signup as what differs from a starting point. Comparisons, loops and JSON leave it out. */
  readonly signup: ExploredSignup;
  /** What came of the signup. Comparisons, loops and JSON leave it out. */
  readonly outcome: TestOutcome;
}

/** A finding as data. A comparison shows the problem and the test only. */
export function createFinding(
  { found, signup, outcome }: Sighting,
  { seed, path }: Pick<Finding, 'path' | 'seed'>,
): Finding {
  const finding = { problem: found.problem, source: writeTest(found, signup), seed, path };
  return Object.freeze(
    Object.defineProperties(finding as Finding, {
      event: { value: toEvent(signup) },
      signup: { value: toExploredSignup(signup) },
      outcome: { value: outcome },
    }),
  );
}
