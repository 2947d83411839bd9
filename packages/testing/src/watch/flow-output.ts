import type { Timer } from '@signup-actions/runtime-core';

/** The console methods whose output is recorded. */
export const consoleMethods = ['debug', 'error', 'info', 'log', 'warn'] as const;

/** One call of a console method by an Action. */
export interface ConsoleLine {
  readonly method: (typeof consoleMethods)[number];
  /** What the console prints for its arguments. */
  readonly text: string;
}

/** A request that an Action sent, to a real server or to one that a test replaces. */
export interface OutboundRequest {
  readonly method: string;
  readonly url: string;
  /** The status of the response; absent if there was none before the flow ended. */
  readonly status?: number;
}

/** What the Actions of a flow did beside calling their api. */
export interface FlowOutput {
  /** What they wrote to the console, in order. */
  readonly console: readonly ConsoleLine[];
  /** Requests that they sent with `fetch`, or with `node:http` and what is built on it, in order. */
  readonly requests: readonly OutboundRequest[];
}

/** Finds the recording of the flow that the running code belongs to; none if the code belongs to no flow. */
export type FindRecording = () => Recording | undefined;

/** The output of one flow while it runs. */
export interface Recording {
  readonly console: ConsoleLine[];
  readonly requests: { method: string; url: string; status?: number }[];
  /** What takes the place of the runtime's functions in this flow; its console then prints nothing. */
  readonly standIns?: StandIns;
}

/** Functions that a flow has instead of the runtime's. */
interface StandIns {
  /** Responds to requests; without it, they are sent. */
  readonly fetch?: typeof fetch | undefined;
  /** How much of the flow's time has passed that took no real time, in milliseconds. */
  readonly skippedMs: () => number;
  /** Sets the timers of the flow. */
  readonly timer: Timer;
}
