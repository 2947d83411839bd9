import { setTimeout as wait } from 'node:timers/promises';
import { defaultLimits, type Outcome, type SignupEvent } from '@signup-actions/runtime-core';
import { startFlowChild, type FlowChildOptions } from './flow-child.ts';

/** Decides on signups, in a process of its own. */
export interface Flows {
  /** Never rejects: what goes wrong is a failed outcome, and admits nobody. */
  readonly decide: (event: SignupEvent) => Promise<Outcome>;
  readonly close: () => void;
}

/** What the process is started with. */
export interface FlowsOptions extends Pick<FlowChildOptions, 'folder' | 'log' | 'secretsFile'> {
  /** Of a Redis that keeps the cache for several servers; by default the process keeps it. */
  readonly cacheUrl?: string;
  /** Of the heap; as much again may lie outside of it. */
  readonly maxMemoryMb?: number;
  /** How long a flow may take before its process is given up. */
  readonly timeoutMs?: number;
}

/** How long after the flow's own time a process is given up: by then no timer of its own has fired. */
const graceMs = 1_000;

/** Between two tries at starting a process that cannot read its Actions, doubled each time. */
const firstPauseMs = 500;
const maxPauseMs = 30_000;

/** Keeps a process with the Actions of a tenant running; rejects when they cannot be read. */
export async function startFlows({
  timeoutMs = defaultLimits.flowTimeoutMs,
  cacheUrl = '',
  maxMemoryMb = 256,
  ...options
}: FlowsOptions): Promise<Flows> {
  const start = () =>
    startFlowChild({ ...options, cacheUrl, maxMemoryMb, patienceMs: timeoutMs + graceMs });
  let child = start();
  if (!(await child.ready)) {
    throw new Error('The Actions of the tenant cannot be read; the log says why.');
  }
  let closed = false;
  const keepRunning = async (): Promise<void> => {
    let pauseMs = firstPauseMs;
    for (;;) {
      await child.ended;
      if (closed) return;
      child = start();
      if (await child.ready) {
        pauseMs = firstPauseMs;
      } else {
        await wait(pauseMs, undefined, { ref: false });
        pauseMs = Math.min(maxPauseMs, 2 * pauseMs);
      }
    }
  };
  void keepRunning();
  return {
    decide: (event) => child.decide(event),
    close() {
      closed = true;
      child.kill();
    },
  };
}
