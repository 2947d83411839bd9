import type { StartingPoint } from '@signup-actions/testing';
import type { PreparedSignup } from '../batch/run-in-sequence.ts';
import { createSecretGiver } from '../load/give-secrets.ts';
import { selectActions } from '../load/read-actions.ts';
import { readFlow, type FlowSources } from '../load/read-flow.ts';
import { toRunnable } from '../load/to-runnable.ts';
import { changeSignup } from '../signups/change-signup.ts';
import type { SignupList } from '../signups/read-event-file.ts';
import type { Signup } from '../signups/signup.ts';

/** Which Actions run, and what they are given. */
export interface FlowOptions extends FlowSources {
  /** Names of the Actions to run; by default all. */
  readonly only?: readonly string[];
  readonly set?: readonly string[];
  readonly unset?: readonly string[];
}

/** The Actions of a flow, and signups with what they bring. */
export interface Flow {
  readonly sources: ReturnType<typeof selectActions>;
  /** What was skipped in a tenant, and why. */
  readonly notes: readonly string[];
  readonly prepare: (signup: Signup) => PreparedSignup;
}

/** Reads Actions, and what they are given. Throws a {@link UsageError} if they cannot run. */
export async function loadFlow(paths: readonly string[], options: FlowOptions): Promise<Flow> {
  const { only = [], set = [], unset = [] } = options;
  const { actions, values, notes } = await readFlow(paths, options);
  const sources = selectActions(actions, only);
  const give = createSecretGiver(await toRunnable(sources), values);
  return {
    sources,
    notes,
    prepare(signup) {
      const changed = changeSignup(signup, set, unset);
      return { signup: changed, actions: give(changed) };
    },
  };
}

/** What reading all signups has shown. */
export interface CheckedSignups {
  /** Whether there are entries of a log among them. */
  readonly isLog: boolean;
  readonly total: number;
  /** What is to be said of them. */
  readonly notes: readonly string[];
}

/** Reads all signups once, so that a mistake in the last one is found before the first one runs. */
export async function checkSignups(
  list: SignupList,
  from: StartingPoint,
  flows: readonly Flow[],
): Promise<CheckedSignups> {
  let total = 0;
  const filled = new Set<string>();
  for await (const signup of list.read()) {
    for (const { prepare } of flows) prepare(signup);
    for (const part of signup.filled ?? []) filled.add(part);
    total += 1;
  }
  const leftOut = list.countLeftOut();
  return {
    isLog: filled.size > 0,
    total,
    notes: [
      ...(filled.size > 0
        ? [`The log does not have everything: ${[...filled].join(', ')} are those of ${from}.`]
        : []),
      ...(leftOut > 0
        ? [`${leftOut} entries of the log are not about signups and are left out.`]
        : []),
    ],
  };
}

/** The signups with the Actions that they meet, as they are read. */
export async function* prepareSignups(
  list: SignupList,
  { prepare }: Flow,
): AsyncGenerator<PreparedSignup> {
  for await (const signup of list.read()) yield prepare(signup);
}
