import { defaultLimits } from '@signup-actions/runtime-core';
import type { Resume } from '@signup-actions/testing/fast-check';
import { toStuck } from '@signup-actions/workbench';
import { isJsonObject, parseJsonIfValid } from '../../files/json.ts';
import type {
  ExploreEnd,
  ExploreJob,
  SeenProblem,
  SeenSignup,
  Sight,
} from '../explore-protocol.ts';
import { endedMessage } from '../protocol.ts';
import { findLostMemory } from './find-lost-memory.ts';
import { startExplorer, type Child } from './start-child.ts';
import { toUsageError } from './to-usage-error.ts';
import { maxDrainMs, maxStartMs, StartError } from './wait-for-result.ts';

/** What exploring an Action has shown. */
export interface Exploration {
  readonly problems: readonly SeenProblem[];
  /** How many times the Action ran. */
  readonly runs: number;
  /** Whether the time was over before everything was drawn. */
  readonly isCut: boolean;
  /** Goes on after a signup that blocked or ended the process; absent if nothing did. */
  readonly resume?: Resume | undefined;
}

/** How an Action is explored in a child process. */
export interface ExploreWaiting {
  /** For how long the Action may block the process, in milliseconds; less if its time is over before. */
  readonly blockedMs: number;
  readonly stop: AbortSignal;
  /** Called whenever the process has written something, with how to read what it has written so far. */
  readonly onRead: (read: () => string) => void;
}

/**
 * Explores an Action in a child process of its own, which is ended if the Action blocks it, and a second after its time is
 * over at the latest. The last signup is then one on which it hangs. When `stop` aborts, returns what was found until then.
 * Throws a {@link UsageError} if the Action cannot run.
 */
export async function exploreInChild(
  job: ExploreJob,
  waiting: ExploreWaiting,
): Promise<Exploration> {
  const { action, accept } = job;
  const child = startExplorer();
  const end = await waitForEnd(child, job, waiting);
  const { frames, err } = await child.end();
  if (end.type === 'unusable') throw await toUsageError({ action: action.name, ...end }, [action]);
  if (end.type === 'crashed') throw new Error(end.message);
  if (end.type === 'unstarted') throw new StartError(`Failed to start a process: ${end.message}.`);
  const sights = parseSights(frames);
  const problems = sights.flatMap((sight) => (sight.type === 'problem' ? [sight.seen] : []));
  const ran = sights.flatMap((sight) => (sight.type === 'run' ? [sight] : []));
  const result = {
    runs: ran.length,
    isCut: end.type === 'late' || (end.type === 'done' && end.isCut),
  };
  const { signup = ordinary, resume } = ran.at(-1) ?? {};
  if (end.type !== 'blocked' && end.type !== 'ended') return { ...result, problems };
  const problem: SeenProblem['problem'] =
    end.type === 'blocked'
      ? {
          kind: 'hangs',
          message: toStuck({ ...defaultLimits, flowTimeoutMs: end.ms }).error.message,
        }
      : { kind: 'throws', message: findLostMemory(child.child, err) ?? endedMessage };
  const last = { problem, signup, usesCache: false };
  const isMeant = accept.some((each) => each.test(problem.message));
  return { ...result, problems: isMeant ? problems : [...problems, last], resume };
}

/** In less, on a busy machine, an Action that does not block its process may seem to. */
const minBlockedMs = 1_000;

/** The signup that meets the code of an Action first, if that does not end while it is loaded. */
const ordinary: SeenSignup = { description: 'on an ordinary signup', found: {} };

/** How a child ended: as it says, or otherwise. */
type End =
  | ExploreEnd
  | { readonly type: 'ended' | 'late' | 'stopped' }
  /** For how many milliseconds. */
  | { readonly type: 'blocked'; readonly ms: number }
  | { readonly type: 'unstarted'; readonly message: string };

/** Waits until the child is done or has ended, an Action blocks it, or `stop` aborts. */
function waitForEnd(
  { child, frames, send }: Child,
  job: ExploreJob,
  { blockedMs, stop, onRead: onText }: ExploreWaiting,
): Promise<End> {
  return new Promise((resolve) => {
    let deadline: NodeJS.Timeout | undefined;
    let readAt = 0;
    const finish = (end: End): void => {
      clearTimeout(timer);
      clearTimeout(deadline);
      stop.removeEventListener('abort', onStop);
      stopReading();
      child.off('error', onError).off('exit', onExit);
      resolve(end);
    };
    const onStop = (): void => finish({ type: 'stopped' });
    const onBlocked = (ms: number): void => finish({ type: 'blocked', ms });
    // Services that do not respond may keep an Action busy for longer than its time, and so may a loop that does not end.
    const onLate = (): void => {
      const ms = Math.floor(performance.now() - readAt);
      if (ms < minBlockedMs) finish({ type: 'late' });
      else onBlocked(Math.min(ms, job.timeLimitMs));
    };
    const onRead = (): void => {
      readAt = performance.now();
      deadline ??= setTimeout(onLate, job.timeLimitMs + minBlockedMs);
      if (isRunning(child)) {
        clearTimeout(timer);
        timer = setTimeout(onBlocked, blockedMs, blockedMs);
      }
      onText(frames.read);
      const said = frames.takeRecord();
      if (said && 'type' in said && said.type !== 'listening') finish(said);
    };
    const onError = ({ message }: Error): void => finish({ type: 'unstarted', message });
    const onExit = (): void => {
      clearTimeout(timer);
      // What it sent last may not be read yet.
      timer = setTimeout(
        () => finish(deadline ? { type: 'ended' } : { type: 'unstarted', message: 'it ended' }),
        maxDrainMs,
      );
    };
    let timer = setTimeout(
      () => finish({ type: 'unstarted', message: `it was not ready after ${maxStartMs} ms` }),
      maxStartMs,
    );
    const stopReading = frames.onRead(onRead);
    stop.addEventListener('abort', onStop);
    if (stop.aborted) return onStop();
    child.on('error', onError).on('exit', onExit);
    send(job);
  });
}

const isRunning = ({ exitCode, signalCode }: Child['child']): boolean =>
  exitCode === null && signalCode === null;

const sightTypes: Readonly<Record<Sight['type'], true>> = {
  ready: true,
  free: true,
  run: true,
  problem: true,
};

/** How many signups the child has drawn, from what it has written so far; undefined if it does not say. */
export function findDrawn(text: string): number | undefined {
  const [, drawn] =
    /"resume":\{"drawn":(\d+),/.exec(text.slice(text.lastIndexOf('"resume":'))) ?? [];
  return drawn === undefined ? undefined : Number(drawn);
}

/** What the child saw. An Action may have written to the same pipe, and the last line may be cut. */
const parseSights = (text: string): readonly Sight[] =>
  text.split('\n').flatMap((line) => {
    const sight = parseJsonIfValid(line);
    return isJsonObject(sight) && Object.hasOwn(sightTypes, String(sight['type']))
      ? [sight as unknown as Sight]
      : [];
  });
