import type { Call, Clock, Diagnostic, Limits, Outcome } from '@signup-actions/runtime-core';
import {
  collectSecrets,
  createApi,
  createLimits,
  createLiveCache,
  createRecorder,
  systemClock,
  toOutcome,
} from '@signup-actions/runtime-core/internal';
import type { Event, PreUserRegistrationAPI, Secrets } from '@signup-actions/types';
import { assertOptions } from '../input/assert-options.ts';
import { universalLogin } from '../events/starting-points.ts';
import { keepCallSite, keepDiagnosticSites } from '../watch/call-sites.ts';
import { noteCall, noteLook } from '../watch/calls-after-look.ts';
import { toCacheStore, type CacheSeed, type MockCache } from './create-mock-cache.ts';
import { DiagnosticsError } from './diagnostics-error.ts';
import { findCertainMistakes } from '../watch/find-certain-mistakes.ts';
import { watchOutcome } from '../watch/unseen-outcomes.ts';
import { isStrictByDefault } from './strict.ts';

/** Options of `createMockApi()`. */
export interface MockApiOptions {
  /** Returns the time in milliseconds since the epoch; by default the mock cache's clock, or `Date.now`, read at each call. */
  readonly clock?: Clock | undefined;
  /** What the cache holds at the start, or a mock cache to share with other signups; empty by default. */
  readonly cache?: CacheSeed | MockCache | undefined;
  /** The signup: its user and connection decide what is stored. */
  readonly event?: Event | undefined;
  /** The connection, if it differs from the event's; its `strategy` decides what is stored (M10, U1). */
  readonly connection?: Pick<Event['connection'], 'strategy'> | undefined;
  /** The Action's secrets, which no message may contain; by default the event's. */
  readonly secrets?: Secrets | undefined;
  /** The secrets of the Action's modules by the name of the module, which no message may contain either. */
  readonly moduleSecrets?: Readonly<Record<string, Secrets>> | undefined;
  /** Limits to change; the others stay the platform's. */
  readonly limits?: Partial<Limits> | undefined;
  /** Whether `outcome()`, and so every matcher, throws if there is a diagnostic; by default, only a test that overlooks a certain mistake fails. */
  readonly strict?: boolean | undefined;
}

/** The engine's own api, with properties to inspect its calls. */
export interface MockApi extends PreUserRegistrationAPI {
  /** Every call so far, in order. */
  readonly calls: readonly Call[];
  /** Likely mistakes in the calls so far. */
  readonly diagnostics: readonly Diagnostic[];
  /** Returns the outcome of the calls so far, as if their handler had completed now. */
  readonly outcome: () => Outcome;
}

const optionNames: Readonly<Record<keyof MockApiOptions, true>> = {
  clock: true,
  cache: true,
  event: true,
  connection: true,
  secrets: true,
  moduleSecrets: true,
  limits: true,
  strict: true,
};

/** The name that a mock api records its calls under. */
const action = 'action';

/**
 * Creates an `api` to pass to a handler. It is the engine's own, so it rejects, limits and reports what the
 * engine does. It cannot know when a handler settles: `runAction` catches late calls.
 *
 * @example
 * ```ts
 * const api = createMockApi();
 * await onExecutePreUserRegistration(createMockEvent(), api);
 * expect(api).toHaveDenied();
 * ```
 */
export function createMockApi(options: MockApiOptions = {}): MockApi {
  assertOptions('create a mock api', options, optionNames);
  const limits = createLimits(options.limits);
  const watch = { hasLooked: false };
  const recorder = createRecorder(limits, (call) => {
    keepCallSite(call);
    noteCall(watch, call);
  });
  const shared = options.cache && toCacheStore(options.cache, options);
  const clock = options.clock ?? shared?.clock ?? systemClock;
  const cache = createLiveCache(limits, shared?.records);
  const outcome = (): Outcome => {
    noteLook(watch);
    const event = options.event ?? universalLogin();
    const { user, connection } = event;
    const { secrets = event.secrets ?? {}, moduleSecrets = {} } = options;
    const bound = [{ secrets, moduleSecrets }];
    const { strategy } = options.connection ?? connection;
    const present = toOutcome({
      signup: { user, strategy },
      event,
      calls: Object.freeze([...recorder.calls]),
      refusedBy: recorder.intent.isMeant ? action : undefined,
      executions: Object.freeze([{ action, status: 'completed', durationMs: 0 }]),
      secrets: collectSecrets(bound),
    });
    keepDiagnosticSites(present);
    const { strict = isStrictByDefault() } = options;
    if (strict && present.diagnostics.length > 0) throw new DiagnosticsError(present.diagnostics);
    // Nobody else sees a mistake that a matcher has not asked about.
    return options.strict === false || present.status === 'failed'
      ? present
      : watchOutcome(present, () => findCertainMistakes(present, event, bound), base);
  };
  const base = Object.create(mockApiBase) as MockApiBase;
  base.calls = recorder.calls;
  base.outcome = outcome;
  return createApi({ action, recorder, cache, clock, limits, isSealed: () => false }, base);
}

/** What all mock apis inherit: an accessor of its own would cost each of them more than all the rest. */
const mockApiBase = {
  get diagnostics(): readonly Diagnostic[] {
    try {
      return (this as MockApiBase).outcome().diagnostics;
    } catch (error) {
      // Under `strict` the error has them.
      if (error instanceof DiagnosticsError) return error.diagnostics;
      throw error;
    }
  },
};

interface MockApiBase {
  readonly diagnostics: readonly Diagnostic[];
  calls: readonly Call[];
  outcome: () => Outcome;
}
