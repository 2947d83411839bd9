// How parent and child talk: the parent writes flows to one pipe, and the child writes frames and records to another. What
// was written can be read however the child ends. Node's own channel would take the child longer to load than all the rest.
import type { CacheEntries, FlowJob, FlowResult, LoadedAction } from '@signup-actions/workbench';
import type { ExploreEnd } from './explore-protocol.ts';
import type { Listening } from './inspect.ts';

/** The file descriptor that the child reads flows from, after the three standard streams. */
export const flowsFd = 3;

/** The one for frames and records. */
export const framesFd = 4;

/** The heap that V8 may use, as on the platform's smallest machines. */
export const maxMemoryMb = 256;

/** What the process may use in all: Node itself, the heap, and buffers outside it. */
export const maxProcessMb = 768;

/** The signal by which the child's watchdog ends it for using too much memory. */
export const memorySignal = 'SIGUSR2';

/** Why a flow failed whose process has ended. */
export const endedMessage = 'An Action ended the process before it had settled.';

/** What the parent sends for each flow. */
export interface FlowMessage extends Omit<FlowJob, 'actions' | 'cache'> {
  /** Sent with the first flow of a process: all later ones have the same. */
  readonly actions?: readonly LoadedAction[] | undefined;
  /** Absent if it is what the flow before has left. */
  readonly cache?: CacheEntries | undefined;
  /** Whether the process is to wait for another flow. */
  readonly isKept: boolean;
}

/** What the child sends when a flow is over. */
export interface ResultMessage {
  readonly result: FlowResult;
  /** Whether the standard streams have a mark after what was written during the flow. */
  readonly isMarked: boolean;
  /** Whether the process can run another flow: nothing that this one has begun is left in it. */
  readonly isReusable: boolean;
}

/** What the child says besides frames. */
export type SaidRecord = ExploreEnd | Listening | ResultMessage;
