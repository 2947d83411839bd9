import type { RunView, Verdict } from '@signup-actions/workbench';
import type { SignupRun } from '../run/run-signups.ts';
import type { SignupState } from '../state/playground-state.ts';
import { toEvent } from '../state/to-event.ts';
import { formatDelay } from './durations.ts';
import { toCacheChanges } from './to-cache-changes.ts';

/** A signup as a row of the table. */
export interface SignupRow {
  /** What it is, if a file says so. */
  readonly name?: string | undefined;
  /** The email address of the user, or what else identifies them. */
  readonly who: string;
  readonly startingPoint: string;
  /** The time since the row before, such as `90 min`; empty if there is none. */
  readonly after: string;
  /** Absent before its first run. */
  readonly verdict?: Verdict | undefined;
  /** What the signup changed in the cache, such as `attempts:203.0.113.7 = 2`. */
  readonly cache: readonly string[];
}

/** Converts a signup, and what it led to. */
export function toSignupRow(
  signup: SignupState,
  run: SignupRun | undefined,
  view: RunView | undefined,
): SignupRow {
  return {
    ...(signup.name !== undefined && { name: signup.name }),
    who: toWho(signup),
    startingPoint: signup.startingPoint,
    after: signup.afterMs === 0 ? '' : formatDelay(signup.afterMs),
    verdict: view?.verdict,
    cache: (run ? toCacheChanges(run) : [])
      .filter(({ before, after }) => before !== after)
      .map(({ key, after }) => (after === undefined ? `${key} deleted` : `${key} = ${after}`)),
  };
}

function toWho(signup: SignupState): string {
  const read = toEvent(signup);
  if (read.type === 'broken') return 'not an event';
  const { email, phone_number, username } = read.event.user;
  return email ?? phone_number ?? username ?? 'no name';
}
