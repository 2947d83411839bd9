import {
  createApi,
  createLimits,
  createLiveCache,
  createRecorder,
  systemClock,
  toOutcome,
  type Call,
  type Clock,
  type Diagnostic,
  type Limits,
  type Outcome,
} from '@signup-actions/runtime-core';
import type { Event, PreUserRegistrationAPI } from '@signup-actions/types';
import { universalLogin } from './events/universal-login.ts';

/** What a mock api takes for granted, where a test says nothing else. */
export interface MockApiOptions {
  /** Answers the time in milliseconds since the epoch; by default `Date.now`, read at each call. */
  readonly clock?: Clock | undefined;
  /** Limits to change; the others stay the platform's. */
  readonly limits?: Partial<Limits> | undefined;
  /** The signup that the calls are about: its user and connection decide what is stored. */
  readonly event?: Pick<Event, 'connection' | 'user'> | undefined;
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
export function createMockApi({
  clock = systemClock,
  limits: overrides,
  event: { user, connection } = universalLogin,
}: MockApiOptions = {}): MockApi {
  const limits = createLimits(overrides);
  const recorder = createRecorder(limits);
  const cache = createLiveCache(limits);
  const api = createApi({ action, recorder, cache, clock, limits, isSealed: () => false });
  const outcome = (): Outcome =>
    toOutcome({
      signup: { user, strategy: connection.strategy },
      calls: Object.freeze([...recorder.calls]),
      executions: Object.freeze([{ action, status: 'completed', durationMs: 0 }]),
      secrets: [],
    });
  return Object.defineProperties(api as MockApi, {
    calls: { get: () => recorder.calls },
    diagnostics: { get: () => outcome().diagnostics },
    outcome: { value: outcome },
  });
}
