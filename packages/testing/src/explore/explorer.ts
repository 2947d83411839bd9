import type { Action } from '@signup-actions/runtime-core';
import type { TestOutcome } from '../run/test-outcome.ts';
import { toEvent, type DrawnSignup } from './drawn-signup.ts';
import { findContradiction } from './find-contradiction.ts';
import { findProblems, type FoundProblem } from './find-problems.ts';
import { longestPatienceMs, runSignup, type SignupRunContext } from './run-signup.ts';

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

/** Creates an explorer of one Action. */
export function createExplorer(
  action: Action,
  {
    accept,
    ...context
  }: Omit<SignupRunContext, 'patienceMs'> & { readonly accept: readonly RegExp[] },
): Explorer {
  let hangs = false;
  const look = async (signup: DrawnSignup, patienceMs: number): Promise<readonly Sighting[]> => {
    const run = () => {
      const event = toEvent(signup);
      const bound = { secrets: event.secrets, configuration: event.configuration, ...action };
      return runSignup(bound, event, signup.answer, { ...context, patienceMs });
    };
    const first = await run();
    const event = toEvent(signup);
    const found = findProblems(first, event, { secrets: event.secrets, ...action });
    const all = found.some(({ problem }) => problem.kind === 'hangs')
      ? found
      : [...found, ...findContradiction(first.outcome, (await run()).outcome)];
    return all
      .filter(({ problem }) => !accept.some((each) => each.test(problem.message)))
      .map((each) => ({ found: each, signup, outcome: first.outcome }));
  };
  return {
    async run(signup) {
      const sightings = await look(signup, hangs ? 0 : longestPatienceMs);
      hangs ||= sightings.some(({ found }) => found.problem.kind === 'hangs');
      return sightings;
    },
    find: async (signup, key) =>
      (await look(signup, longestPatienceMs)).find(({ found }) => found.key === key),
  };
}
