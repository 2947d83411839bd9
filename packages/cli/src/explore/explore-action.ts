import { defaultLimits } from '@signup-actions/runtime-core';
import type { LeftOut } from '@signup-actions/testing/fast-check';
import { toExploredSignup, toSignupParts } from '@signup-actions/testing/internal';
import type { ExploreJob, SeenProblem, SeenSignup } from '../process/explore-protocol.ts';
import { exploreInChild, findDrawn, type Exploration } from '../process/parent/explore-in-child.ts';
import { shrinkSeen, toDrawnSignup } from './shrink-seen.ts';

/** In less, a process may not have run a single signup. */
const minLeftMs = 1_000;
/** How long an Action may block its process at least: on a busy machine, one without a loop takes its time, too. */
const minBlockedMs = 5_000;
/** The same once it is known to do so. */
const knownBlockedMs = 2_000;
/** How many processes it may block or end: each takes seconds, and its first problem is to be fixed first. */
export const maxProcesses = 6;

/** What exploring an Action in one process after the other has shown. */
export interface ExploredAction extends Omit<Exploration, 'resume'> {
  readonly processes: number;
}

/**
 * Explores an Action, in a fresh process after each signup that blocked or ended the one before, until its time is over, it
 * has ended several processes, or `stop` aborts. Each problem has the smallest signup that shows it, as far as there is time. Throws a {@link UsageError} if
 * the Action cannot run. `onDrawn` is called with how many signups have been drawn.
 */
export async function exploreAction(
  job: ExploreJob,
  stop: AbortSignal,
  onDrawn: (count: number) => void,
): Promise<ExploredAction> {
  const onRead = atMostEvery(readEveryMs, (read: () => string) => onDrawn(findDrawn(read()) ?? 0));
  const problems: SeenProblem[] = [];
  const endings = new Set<string>();
  const leftOut: LeftOut[] = [];
  let endsAt = Infinity;
  let runs = 0;
  let { resume } = job;
  for (let count = 1; ; count += 1) {
    const left = Math.min(job.timeLimitMs, endsAt - Date.now());
    if (count > 1 && left < minLeftMs) return { problems, runs, processes: count - 1, isCut: true };
    const patience = Math.min(defaultLimits.flowTimeoutMs, Math.max(left / 6, minBlockedMs));
    const seen = await exploreInChild(
      { ...job, resume, timeLimitMs: left },
      {
        blockedMs: Math.min(left, Math.round(endings.has('hangs') ? knownBlockedMs : patience)),
        stop,
        onRead(read) {
          // Starting a process takes long on a busy machine, which no Action is to blame for.
          endsAt = Math.min(endsAt, Date.now() + job.timeLimitMs);
          onRead(read);
        },
      },
    );
    runs += seen.runs;
    for (const problem of seen.problems) {
      const ending = toEnding(problem);
      const isKnown = ending !== undefined && endings.has(ending);
      if (isKnown && count === maxProcesses) continue;
      // The rest of the signups needs time, too.
      const time = { stop, endsAt: (Date.now() + endsAt) / 2 };
      const smallest = await shrinkSeen(problem, job, time);
      if (!isKnown) problems.push(smallest);
      if (ending === undefined) continue;
      endings.add(ending);
      // Each signup that has the same in it would take seconds.
      if (smallest !== problem) leftOut.push(toLeftOut(smallest.signup));
    }
    const result = { problems, runs, processes: count };
    if (!seen.resume || stop.aborted) return { ...result, isCut: seen.isCut };
    if (count === maxProcesses) return { ...result, isCut: true };
    resume = { ...seen.resume, without: [...seen.resume.without, ...leftOut.splice(0)] };
  }
}

const toLeftOut = (signup: SeenSignup): LeftOut => ({
  parts: toSignupParts(toExploredSignup(toDrawnSignup(signup))),
  isExact: false,
});

/** What problems that ended a process have in common if they are the same: no place is known of them. */
const toEnding = ({ problem: { kind, message }, test }: SeenProblem): string | undefined => {
  if (test !== undefined) return undefined;
  return kind === 'hangs' ? kind : message;
};

const readEveryMs = 100;

/** The function, which is called at most once in a while. */
function atMostEvery<Argument>(
  ms: number,
  call: (argument: Argument) => void,
): (argument: Argument) => void {
  let next = 0;
  return (argument) => {
    if (performance.now() < next) return;
    next = performance.now() + ms;
    call(argument);
  };
}
