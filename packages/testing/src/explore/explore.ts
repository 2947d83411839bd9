import { systemClock } from '@signup-actions/runtime-core/internal';
import { assertOptions } from '../input/assert-options.ts';
import type { CacheSeed } from '../mock/create-mock-cache.ts';
import { toEngineAction, type TestAction } from '../run/test-action.ts';
import { startKeepingCallSites } from '../watch/call-sites.ts';
import { createRecording, recordOutput } from '../watch/record-output.ts';
import { shared } from '../watch/shared.ts';
import type { DrawnSignup } from './drawn-signup.ts';
import { toExploredSignup, toSignupParts, type ExploredSignup } from './explored-signup.ts';
import { findAll } from './find-all.ts';
import type { Finding } from './finding.ts';
import { fromStart, type Resume } from './resume.ts';
import { replaceDate } from './virtual-date.ts';
import { replaceTimers } from './virtual-time.ts';
import { watchCrashes } from './watch-crashes.ts';

/** Options of `explore()`. */
export interface ExploreOptions {
  /** How many signups to draw; 400 by default. */
  readonly runs?: number | undefined;
  /** Draws other signups; 0 by default, so that a test draws the same ones each time. */
  readonly seed?: number | undefined;
  /** The path of a finding: draws only its signup. */
  readonly path?: string | undefined;
  /** Whether services respond with errors, odd data or not at all; by default, requests are sent. */
  readonly fetch?: boolean | undefined;
  /** The secrets that the Action is deployed with; by default, examples of those that it reads, or some of them. */
  readonly secrets?: Readonly<Record<string, string>> | undefined;
  /** What the cache holds at the start of each signup; empty by default. */
  readonly cache?: CacheSeed | undefined;
  /** Messages of problems that the Action means to have, such as an error that it throws while a service is down. */
  readonly accept?: readonly RegExp[] | undefined;
  /** After how many milliseconds to draw no more signups, and to shrink those of findings no further; never by default. */
  readonly timeLimitMs?: number | undefined;
  /** Called before each run: if the Action never returns, as in an endless loop, this was its last signup. */
  readonly onRun?: ((signup: ExploredSignup) => void) | undefined;
  /**
   * Goes on where another exploration ended.
   *
   * @internal
   */
  readonly resume?: Resume | undefined;
  /**
   * Called before each run with its signup, and with what goes on without it.
   *
   * @internal
   */
  readonly onResume?: ((signup: ExploredSignup, resume: Resume) => void) | undefined;
  /** Called with each finding as soon as its signup is the smallest. */
  readonly onFinding?: ((finding: Finding) => void) | undefined;
}

const optionNames: Readonly<Record<keyof ExploreOptions, boolean>> = {
  accept: true,
  cache: true,
  fetch: true,
  onFinding: true,
  onResume: false,
  onRun: true,
  path: true,
  resume: false,
  runs: true,
  secrets: true,
  seed: true,
  timeLimitMs: true,
};

/**
 * Draws signups that the platform can send, and returns the problems of an Action, each with the smallest signup that
 * shows it: the Action throws, hangs, leaves work behind, has another result for the same signup, exposes a secret or
 * makes a mistake that is certain. Problems of one kind at one place are one finding. An empty list means that no drawn
 * signup showed a problem.
 *
 * Time is virtual, so that timers and time limits take no time. What the Action prints is not shown.
 *
 * @example
 * ```ts
 * expect(await explore(blockDisposable)).toEqual([]);
 * ```
 */
export async function explore(
  action: TestAction,
  options: ExploreOptions = {},
): Promise<readonly Finding[]> {
  assertOptions('explore the Action', options, optionNames);
  const exploration = queue.last.then(() => exploreAlone(action, options));
  queue.last = exploration.catch(() => {});
  return exploration;
}

/** Explorations replace functions of the runtime, so that they take turns. */
const queue: { last: Promise<unknown> } = shared('explorations', () => ({
  last: Promise.resolve(),
}));

async function exploreAlone(
  action: TestAction,
  {
    runs = 400,
    seed = 0,
    path,
    fetch = false,
    secrets,
    cache = {},
    accept = [],
    timeLimitMs = Infinity,
    resume = fromStart,
    onRun,
    onResume,
    onFinding = () => {},
  }: ExploreOptions,
): Promise<readonly Finding[]> {
  const bound = toEngineAction(action, 'action 1');
  startKeepingCallSites();
  const crashes: unknown[] = [];
  const onCrash = (thrown: unknown): void => void crashes.push(thrown);
  const restores = [replaceTimers(onCrash), replaceDate(), watchCrashes(onCrash)];
  const endsAt = systemClock() + timeLimitMs;
  const { without } = resume;
  let { drawn, known } = resume;
  const context = {
    accept,
    cache,
    isOver: () => systemClock() >= endsAt,
    isLeftOut(signup: DrawnSignup) {
      if (without.length === 0) return false;
      const parts = new Set(toSignupParts(toExploredSignup(signup)));
      return without.some(
        (other) =>
          other.parts.every((part) => parts.has(part)) &&
          (!other.isExact || other.parts.length === parts.size),
      );
    },
    onRun(signup: DrawnSignup) {
      const explored = toExploredSignup(signup);
      onRun?.(explored);
      const running = { parts: toSignupParts(explored), isExact: true };
      onResume?.(explored, { drawn, known, without: [...without, running] });
    },
    takeCrashes: () => crashes.splice(0),
  };
  const drawing = {
    runs,
    seed,
    path,
    fetch,
    secrets,
    resume,
    onFinding,
    onProgress(count: number, keys: readonly string[]) {
      drawn = count;
      known = keys;
    },
  };
  try {
    // Around all of its runs: what an Action does between them must not reach the real services.
    return await recordOutput(createRecording(), () => findAll(bound, drawing, context));
  } finally {
    for (const restore of restores) restore();
  }
}
