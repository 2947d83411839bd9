import type { Call } from '@signup-actions/runtime-core';
import {
  applyChanges,
  collectSecrets,
  createSecretSearch,
  foldChanges,
  formatCall,
  formatCallResult,
} from '@signup-actions/runtime-core/internal';
import {
  cutString,
  diffUser,
  toPlace,
  toSources,
  type CallView,
  type UserField,
} from '@signup-actions/workbench';
import { replayCache } from '../run/replay-cache.ts';
import type { FlowRun, SignupRun } from '../run/run-signups.ts';
import { toCacheChanges, type CacheChange } from './to-cache-changes.ts';

/** A flow right after one of its calls, or before the first. */
export interface Moment {
  /** Absent before the first call. */
  readonly call?: (CallView & Pick<Call, 'action'>) | undefined;
  /** The user if the flow ended here and allowed the signup. */
  readonly user: readonly UserField[];
  /** The cache before the signup, and now. */
  readonly cache: readonly CacheChange[];
}

/** A signup whose flow has calls to step through, as far as they are kept. */
export interface SteppedRun extends SignupRun {
  readonly flow: FlowRun;
}

/** Whether the flow of a signup ran, so that its calls are known. */
export const hasCalls = (run: SignupRun): run is SteppedRun =>
  'job' in run.flow && run.flow.run.type === 'outcome' && run.flow.run.outcome.calls.length > 0;

/** The calls of a flow in their order. */
export const listCalls = ({ flow }: SteppedRun): readonly Call[] =>
  flow.run.type === 'outcome' ? flow.run.outcome.calls : [];

/** How many calls are not kept: what they changed cannot be shown. */
export const countLost = ({ flow }: SteppedRun): number =>
  flow.run.type === 'outcome'
    ? [...flow.run.leftOut.calls.values()].reduce((sum, count) => sum + count, 0)
    : 0;

/** What holds after so many calls: a fold of the calls, like everything that an outcome says. */
export function toMoment(run: SteppedRun, count: number): Moment {
  const { flow, before, time } = run;
  const { event, actions } = flow.job;
  const calls = listCalls(run).slice(0, count);
  const signup = { user: event.user, strategy: String(event.connection.strategy) };
  const last = calls.at(-1);
  const written = flow.run.type === 'outcome' ? flow.run.written : undefined;
  return {
    call: last && {
      action: last.action,
      source: cutString(written?.get(last.index) ?? formatCall(last)),
      result: formatCallResult(last).trim(),
      place: toPlace(last.site, toSources({ actions })),
    },
    user: diffUser(
      event.user,
      applyChanges(signup, foldChanges(calls)),
      createSecretSearch(collectSecrets(actions)),
    ),
    cache: toCacheChanges({ ...run, after: replayCache(before, time, calls) }),
  };
}
