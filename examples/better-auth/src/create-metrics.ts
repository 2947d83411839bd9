import type { Diagnostic, Outcome } from '@signup-actions/runtime-core';
import { Counter, Histogram, Registry } from 'prom-client';

/** What the server counts, for Prometheus. No label has a value that a client or an Action can choose. */
export interface Metrics {
  readonly countSignup: (outcome: Outcome, seconds: number) => void;
  /** A user is stored after the flow has allowed the signup, and not always. */
  readonly countStored: () => void;
  readonly countCrash: () => void;
  readonly countDiagnostic: (diagnostic: Diagnostic) => void;
  readonly registry: Registry;
}

/** Creates counters that start from zero. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const signups = new Histogram({
    name: 'signup_flow_seconds',
    help: 'How long flows took, by the status of their outcome.',
    labelNames: ['status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 5, 20],
    registers,
  });
  const stored = new Counter({
    name: 'signup_users_stored_total',
    help: 'Users that were stored.',
    registers,
  });
  const crashes = new Counter({
    name: 'signup_process_crashes_total',
    help: 'Processes of the Actions that ended or were killed.',
    registers,
  });
  const cacheTrouble = new Counter({
    name: 'signup_cache_trouble_total',
    help: 'Diagnostics about a cache store that failed.',
    registers,
  });
  const late = new Counter({
    name: 'signup_late_calls_total',
    help: 'Calls of Actions that came too late to have an effect.',
    registers,
  });
  // A status is there from the start, so that its rate can be computed.
  for (const status of ['allowed', 'denied', 'invalid', 'failed']) signups.zero({ status });
  return {
    registry,
    countSignup: ({ status }, seconds) => signups.observe({ status }, seconds),
    countStored: () => stored.inc(),
    countCrash: () => crashes.inc(),
    countDiagnostic({ code }) {
      if (code === 'cache-unavailable') cacheTrouble.inc();
      if (code === 'late-call') late.inc();
    },
  };
}
