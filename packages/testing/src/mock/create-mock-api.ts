import {
  toOutcome,
  type Call,
  type Clock,
  type Diagnostic,
  type Limits,
  type Outcome,
} from '@signup-actions/runtime-core';
import {
  collectSecrets,
  createApi,
  createLimits,
  createLiveCache,
  createRecorder,
  systemClock,
} from '@signup-actions/runtime-core/internal';
import type { Event, PreUserRegistrationAPI, Secrets } from '@signup-actions/types';
import { universalLogin } from '../events/universal-login.ts';
import { DiagnosticsError } from './diagnostics-error.ts';
import type { CacheSeed, MockCache } from './create-mock-cache.ts';
import { takeCache } from './take-cache.ts';

/** What a mock api takes for granted, where a test says nothing else. */
export interface MockApiOptions {
  /** Answers the time in milliseconds since the epoch; by default the mock cache's, or `Date.now`, read at each call. */
  readonly clock?: Clock | undefined;
  /** What the cache holds at the start, or a mock cache to share with other signups; empty by default. */
  readonly cache?: CacheSeed | MockCache | undefined;
  /** The signup that the calls are about: its user and connection decide what is stored. */
  readonly event?: Event | undefined;
  /** The connection, where the event has another; its `strategy` decides what is stored (M10, U1). */
  readonly connection?: Pick<Event['connection'], 'strategy'> | undefined;
  /** The Action's secrets, which no text may hold; those of the event by default. */
  readonly secrets?: Secrets | undefined;
  /** Limits to change; the others stay the platform's. */
  readonly limits?: Partial<Limits> | undefined;
  /** Whether `outcome()`, and with it every matcher, throws where there is a diagnostic; not by default. */
  readonly strict?: boolean | undefined;
}

/** The engine's own api, with ways to look at what was called. */
export interface MockApi extends PreUserRegistrationAPI {
  /** Every call so far, in order. */
  readonly calls: readonly Call[];
  /** Probable mistakes in the calls so far. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the calls so far would come to, as if their handler had completed now. */
  readonly outcome: () => Outcome;
}

/** The name that a mock api records its calls under. */
const action = 'action';

/**
 * An `api` to hand to a handler. It is the engine's, so it rejects, limits and reports what the engine
 * does. It cannot know when a handler settles: what comes late is caught by `runAction`.
 *
 * @example
 * ```ts
 * const api = createMockApi();
 * await onExecutePreUserRegistration(createMockEvent(), api);
 * expect(api).toHaveDenied();
 * ```
 */
export function createMockApi(options: MockApiOptions = {}): MockApi {
  const { strict = false } = options;
  const limits = createLimits(options.limits);
  const recorder = createRecorder(limits);
  const shared = options.cache && takeCache(options.cache, options);
  const clock = options.clock ?? shared?.clock ?? systemClock;
  const cache = createLiveCache(limits, shared?.records);
  const toPresentOutcome = (): Outcome => {
    const { user, connection, secrets } = options.event ?? universalLogin();
    const { strategy } = options.connection ?? connection;
    return toOutcome({
      signup: { user, strategy },
      calls: Object.freeze([...recorder.calls]),
      executions: Object.freeze([{ action, status: 'completed', durationMs: 0 }]),
      secrets: collectSecrets([{ secrets: options.secrets ?? secrets ?? {} }]),
    });
  };
  const toCheckedOutcome = (): Outcome => {
    const outcome = toPresentOutcome();
    if (strict && outcome.diagnostics.length > 0) throw new DiagnosticsError(outcome.diagnostics);
    return outcome;
  };
  const base = new Looks(recorder.calls, toCheckedOutcome, toPresentOutcome);
  return createApi({ action, recorder, cache, clock, limits, isSealed: () => false }, base);
}

/** A class, since an accessor on the object itself would cost more than all the rest of a mock api. */
class Looks implements Pick<MockApi, 'calls' | 'diagnostics' | 'outcome'> {
  readonly calls: readonly Call[];
  readonly outcome: () => Outcome;
  readonly #uncheckedOutcome: () => Outcome;

  constructor(calls: readonly Call[], outcome: () => Outcome, uncheckedOutcome: () => Outcome) {
    this.calls = calls;
    this.outcome = outcome;
    this.#uncheckedOutcome = uncheckedOutcome;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#uncheckedOutcome().diagnostics;
  }
}
