import { createLimits } from '@signup-actions/runtime-core/internal';
import { createMockEvent } from '@signup-actions/testing';
import {
  findAnswer,
  toEvent,
  toExploredSignup,
  writeTest,
  type DrawnSignup,
} from '@signup-actions/testing/internal';
import { graceMs, type IsolatedRun } from '@signup-actions/workbench';
import { isJsonObject, type JsonObject } from '../files/json.ts';
import { canSend } from '../process/can-send.ts';
import type { SeenProblem, SeenSignup } from '../process/explore-protocol.ts';
import { createRunner } from '../process/parent/create-runner.ts';
import { toSeenSignup } from '../process/to-seen-signup.ts';
import { toNetwork, type ExploredOn } from './to-network.ts';

type Edits = DrawnSignup['edits'];
type Shows = (runs: readonly IsolatedRun[]) => boolean;

/** Looking for an endless loop takes as long as this, in milliseconds. */
const tryMs = 500;
/** The smallest signup is tried for longer: on a busy machine, one without a loop may have taken its time, too. */
const sureMs = 5_000;
/** How long starting and ending a process takes. */
const startMs = 500;
const maxTries = 40;

/** How long to look for the smallest signup. */
export interface ShrinkTime {
  readonly stop: AbortSignal;
  /** In milliseconds since the epoch. */
  readonly endsAt: number;
}

/**
 * Takes from a signup whatever a problem does not need that can only be seen in a new process: an Action that ended its
 * process or had to be ended, and one that contradicts itself, which does so once. If these processes can send requests, the
 * signup stays as it is.
 */
export async function shrinkSeen(
  seen: SeenProblem,
  on: ExploredOn,
  { stop: stopCommand, endsAt }: ShrinkTime,
): Promise<SeenProblem> {
  const { problem, signup: first, test } = seen;
  const shows = toShows(seen);
  if (!shows || (on.isOnline && canSend(on.action))) return seen;
  const timeIsOver = AbortSignal.timeout(Math.max(0, Math.floor(endsAt - Date.now())));
  const stop = AbortSignal.any([stopCommand, timeIsOver]);
  let tries = 0;
  const surelyMs = Math.max(tryMs, Math.min(sureMs, Math.floor((endsAt - Date.now()) / 4)));
  const lastTryAt = endsAt - surelyMs - graceMs - tryMs - graceMs - startMs * 2;
  const isShown = async (signup: DrawnSignup): Promise<boolean> => {
    tries += 1;
    return (
      tries <= maxTries &&
      Date.now() <= lastTryAt &&
      !stop.aborted &&
      shows(await runTwice(signup, on, { stop, flowTimeoutMs: tryMs }))
    );
  };
  let signup = toDrawnSignup(first);
  if (!(await isShown(signup))) return seen;
  const usual = { ...signup, from: 'universal-login' } as const;
  if (signup.from !== usual.from && (await isShown(usual))) signup = usual;
  for (let size = signup.edits.length; size > 0; size = Math.floor(size / 2)) {
    for (let at = 0; at < signup.edits.length;) {
      const simpler = { ...signup, edits: signup.edits.toSpliced(at, size) };
      if (await isShown(simpler)) signup = simpler;
      else at += size;
    }
  }
  if (!shows(await runTwice(signup, on, { stop, flowTimeoutMs: surelyMs }))) return seen;
  return {
    ...seen,
    signup: toSeenSignup(toExploredSignup(signup)),
    ...(test !== undefined && { test: writeTest({ key: problem.kind, problem }, signup) }),
  };
}

/** What tells that two runs of a signup show the problem; absent if the signup is the smallest already. */
function toShows({ problem: { kind, statuses }, test, usesCache }: SeenProblem): Shows | undefined {
  if (statuses && !usesCache)
    return ([one, other]) => one?.outcome.status !== other?.outcome.status;
  if (test !== undefined) return undefined;
  const failed = kind === 'hangs' ? 'action_timeout' : 'action_error';
  return ([run]) => run?.outcome.status === 'failed' && run.outcome.failure.kind === failed;
}

/** Runs a signup twice in one new process, or once if it fails. */
async function runTwice(
  signup: DrawnSignup,
  on: ExploredOn,
  { stop, flowTimeoutMs }: { readonly stop: AbortSignal; readonly flowTimeoutMs: number },
): Promise<readonly IsolatedRun[]> {
  const { secrets, configuration: _, ...event } = toEvent(signup);
  const { action } = on;
  const actions = [{ ...action, secrets: { ...secrets, ...action.secrets } }];
  const network = toNetwork(toSeenSignup(toExploredSignup(signup)), on);
  const job = { actions, event, cache: [], limits: createLimits({ flowTimeoutMs }), network };
  const runner = createRunner();
  try {
    const run = await runner.run(job, stop);
    return run.outcome.status === 'failed' ? [run] : [run, await runner.run(job, stop)];
  } catch (error) {
    if (stop.aborted) return [];
    throw error;
  } finally {
    await runner.close();
  }
}

/** A signup as the kit draws it. */
export function toDrawnSignup({ found, response }: SeenSignup): DrawnSignup {
  const { from = 'universal-login', event = {}, unset = [], secrets = {} } = found;
  return {
    from,
    answer: response === undefined ? undefined : findAnswer(response),
    edits: [
      ...Object.entries(secrets).map(([name, value]) => ({ path: ['secrets', name], value })),
      ...unset.map((path) => ({ path: path.split('.'), value: undefined })),
      ...toEdits(event, createMockEvent(from)),
    ],
  };
}

/** What differs from an event: a part that this lacks as a whole, any other by its fields. */
const toEdits = (event: object, base: object, above: readonly string[] = []): Edits =>
  Object.entries(event).flatMap(([name, value]: readonly [string, unknown]) => {
    const path = [...above, name];
    const known = (base as JsonObject)[name];
    return isJsonObject(value) && isJsonObject(known)
      ? toEdits(value, known, path)
      : [{ path, value }];
  });
