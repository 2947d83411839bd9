import type { Action } from '@signup-actions/runtime-core';
import type { TestOutcome } from '../run/test-outcome.ts';
import { toEvent, type DrawnSignup } from './drawn-signup.ts';
import { findContradiction } from './find-contradiction.ts';
import { findProblems, hangsForever, type FoundProblem } from './find-problems.ts';
import {
  longestPatienceMs,
  runSignup,
  shortPatienceMs,
  type SignupRunContext,
} from './run-signup.ts';

/** A problem with the signup that showed it. */
export interface Sighting {
  readonly found: FoundProblem;
  readonly signup: DrawnSignup;
  readonly outcome: TestOutcome;
}

/** Runs signups, and looks for problems. */
export interface Explorer {
  /** The problems that a signup shows, run twice. */
  readonly run: (signup: DrawnSignup) => Promise<readonly Sighting[]>;
  /** The problem with this key, if the signup shows it. */
  readonly find: (signup: DrawnSignup, key: string) => Promise<Sighting | undefined>;
}

/** What an explorer needs besides the Action. */
export interface ExplorerContext extends Omit<SignupRunContext, 'patienceMs'> {
  /** Messages of problems that are meant. */
  readonly accept: readonly RegExp[];
  /** Whether the time is over: no signup runs then. */
  readonly isOver: () => boolean;
  /** Whether a signup does not run: the Action would never return. */
  readonly isLeftOut: (signup: DrawnSignup) => boolean;
}

/** Creates an explorer of one Action. */
export function createExplorer(
  action: Action,
  { accept, isOver, isLeftOut, ...context }: ExplorerContext,
): Explorer {
  let hangs = false;
  const look = async (signup: DrawnSignup, patienceMs: number): Promise<readonly Sighting[]> => {
    if (isOver() || isLeftOut(signup)) return [];
    const run = () => runSignup(action, signup, { ...context, patienceMs });
    const first = await run();
    const event = toEvent(signup);
    const found = findProblems(first, event, { secrets: event.secrets, ...action });
    // One that waits for a service may be in time elsewhere.
    hangs ||= found.some(({ key }) => key === hangsForever);
    const all = found.some(({ problem }) => problem.kind === 'hangs')
      ? found
      : [...found, ...findContradiction(first.outcome, (await run()).outcome)];
    return all
      .filter(({ problem }) => !accept.some((each) => each.test(problem.message)))
      .map((each) => ({ found: each, signup, outcome: first.outcome }));
  };
  return {
    // Finding again that it hangs is not worth the wait.
    run: (signup) => look(signup, hangs ? 0 : longestPatienceMs),
    async find(signup, key) {
      const patienceMs = key === hangsForever ? shortPatienceMs : longestPatienceMs;
      return (await look(signup, patienceMs)).find(({ found }) => found.key === key);
    },
  };
}
