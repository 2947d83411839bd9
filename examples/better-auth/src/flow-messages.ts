import type { Diagnostic, Outcome, SignupEvent } from '@signup-actions/runtime-core';

/** The first message to a process: which Actions to run. */
export interface FlowTask {
  /** The exported tenant. */
  readonly folder: string;
  /** The values of its secrets, by name. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Empty if the process keeps the cache itself. */
  readonly cacheUrl: string;
  readonly maxMemoryMb: number;
}

/** Each later message to a process: a signup to decide on. */
export interface FlowQuestion {
  readonly id: string;
  readonly event: SignupEvent;
}

/** A message from a process. Actions can send messages too, so nothing in it is certain. */
export type FlowMessage =
  | { readonly type: 'ready' }
  /** From now on, an Action of this signup may have had an effect. */
  | { readonly type: 'started'; readonly id: string }
  | { readonly type: 'decided'; readonly id: string; readonly outcome: Outcome }
  /** For example a refusal that came too late, which is not in the outcome. */
  | { readonly type: 'diagnostic'; readonly diagnostic: Diagnostic };
