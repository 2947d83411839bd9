import type { Diagnostic } from './outcome/diagnostics.ts';
import { createLimits, type Limits } from './limits.ts';
import type { CacheStore, Clock, Timer } from './ports.ts';
import type { CallSite } from './calls/call.ts';
import { systemClock, systemTimer } from './system.ts';

/** What a host may decide; every option has a default. */
export interface RuntimeOptions {
  /** Where the cache is kept between flows; by default in the runtime's own memory. */
  readonly cache?: CacheStore | undefined;
  /** By default the system's. */
  readonly clock?: Clock | undefined;
  /** By default the system's. */
  readonly timer?: Timer | undefined;
  /** Limits to change; the others stay the platform's. */
  readonly limits?: Partial<Limits> | undefined;
  /** Whether an Action sees in its event what earlier Actions of the flow have set; by default `'hidden'` (M11). */
  readonly pendingMetadata?: 'hidden' | 'visible' | undefined;
  /** Hears every diagnostic, also of calls that come after the outcome (F8). What it throws is ignored. */
  readonly onDiagnostic?: ((diagnostic: Diagnostic) => void) | undefined;
  /** Returns the place in the source that calls the api, kept as the call's `site`; by default calls have none. */
  readonly callSite?: (() => CallSite | undefined) | undefined;
}

/** The options of a runtime with every default filled in. */
export interface Settings {
  readonly cache: CacheStore | undefined;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly limits: Limits;
  readonly pendingMetadata: 'hidden' | 'visible';
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
  readonly callSite: (() => CallSite | undefined) | undefined;
}

export function toSettings({
  clock = systemClock,
  timer = systemTimer,
  cache,
  limits,
  pendingMetadata = 'hidden',
  onDiagnostic = () => {},
  callSite,
}: RuntimeOptions): Settings {
  return {
    clock,
    timer,
    cache,
    limits: createLimits(limits),
    pendingMetadata,
    onDiagnostic,
    callSite,
  };
}
