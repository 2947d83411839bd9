import type { Diagnostic } from './outcome/diagnostics.ts';
import { createLimits, type Limits } from './limits.ts';
import type { CacheStore, Clock, Timer } from './ports.ts';
import type { Call, CallSite } from './calls/call.ts';
import { toCancelable } from './steady-ports.ts';
import { systemClock, systemElapsed, systemTimer } from './system.ts';

/** The options of `createRuntime`. Every option has a default. */
export interface RuntimeOptions {
  /** Stores the cache between flows; by default it is in the runtime's memory. */
  readonly cache?: CacheStore | undefined;
  /** By default the system's clock. */
  readonly clock?: Clock | undefined;
  /** By default the system's timer. */
  readonly timer?: Timer | undefined;
  /** Limits to change; by default they are the platform's. */
  readonly limits?: Partial<Limits> | undefined;
  /** Whether the event of an Action shows the metadata that earlier Actions set; by default `'hidden'` (M11). */
  readonly pendingMetadata?: 'hidden' | 'visible' | undefined;
  /** Receives every diagnostic, including those of calls after the outcome (F8). Errors that it throws are ignored. */
  readonly onDiagnostic?: ((diagnostic: Diagnostic) => void) | undefined;
  /** Returns the place in the source that calls the api, recorded (and frozen) as the call's `site`; by default calls have none. */
  readonly callSite?: (() => CallSite | undefined) | undefined;
  /**
   * Receives each call as soon as it is recorded, while the Action waits for its result. It must not throw.
   *
   * @internal
   */
  readonly onCall?: ((call: Call) => void) | undefined;
}

/** The options of a runtime with all defaults. */
export interface Settings {
  readonly cache: CacheStore | undefined;
  readonly clock: Clock;
  readonly timer: Timer;
  /** Milliseconds that have passed, for when the timer cannot call back; always 0 if the host has a timer of its own. */
  readonly elapsed: Clock;
  readonly limits: Limits;
  readonly pendingMetadata: 'hidden' | 'visible';
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
  readonly callSite: (() => CallSite | undefined) | undefined;
  readonly onCall: ((call: Call) => void) | undefined;
}

export function toSettings({
  clock = systemClock,
  timer = systemTimer,
  cache,
  limits,
  pendingMetadata = 'hidden',
  onDiagnostic = () => {},
  callSite,
  onCall,
}: RuntimeOptions): Settings {
  return {
    clock,
    timer: toCancelable(timer),
    elapsed: timer === systemTimer ? systemElapsed : () => 0,
    cache,
    limits: createLimits(limits),
    pendingMetadata,
    onDiagnostic,
    callSite,
    onCall,
  };
}
