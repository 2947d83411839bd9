import { setTimeout as wait } from 'node:timers/promises';
import { defaultLimits, type Outcome, type SignupEvent } from '@signup-actions/runtime-core';
import { startFlowChild, type FlowChildOptions } from './flow-child.ts';

/** Decides on signups in a separate process. */
export interface Flows {
  /** Never rejects: an error is a failed outcome, so the signup is refused. */
  readonly decide: (event: SignupEvent) => Promise<Outcome>;
  readonly close: () => void;
}

/** Options of {@link startFlows}. */
export interface FlowsOptions extends Pick<FlowChildOptions, 'folder' | 'log' | 'secretsFile'> {
  /** The address of a Redis that keeps the cache for several servers. By default, the process keeps it. */
  readonly cacheUrl?: string;
  /** The limit of the heap. Memory outside the heap may be as large again. Default: 256. */
  readonly maxMemoryMb?: number;
  /** How long a flow may take. Default: the platform's 20 seconds. */
  readonly timeoutMs?: number;
  /** How much later the process is killed, if its own timer has not ended the flow. Default: 1 second. */
  readonly graceMs?: number;
  /**
   * The pause after a process could not read its Actions. It doubles with each attempt, up to 30 seconds.
   * Default: half a second.
   */
  readonly firstPauseMs?: number;
}

const maxPauseMs = 30_000;

/** Keeps a process with the Actions of a tenant running. Rejects if the Actions cannot be read at the start. */
export async function startFlows({
  timeoutMs = defaultLimits.flowTimeoutMs,
  cacheUrl = '',
  maxMemoryMb = 256,
  graceMs = 1_000,
  firstPauseMs = 500,
  ...options
}: FlowsOptions): Promise<Flows> {
  const start = () =>
    startFlowChild({ ...options, cacheUrl, maxMemoryMb, maxReplyMs: timeoutMs + graceMs });
  let child = start();
  if (!(await child.ready)) {
    throw new Error('The Actions of the tenant cannot be read. The log has the reason.');
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
