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
  /** The process id of the server, without which the process ends. */
  readonly serverPid: number;
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
  | { readonly type: 'decided'; readonly id: string; readonly outcome?: Outcome }
  /** For example a refusal that came too late, which is not in the outcome. */
  | { readonly type: 'diagnostic'; readonly diagnostic: Diagnostic };

/** Reads a message that a process has sent. Returns nothing if it is another message. */
export function parseFlowMessage(value: unknown): FlowMessage | undefined {
  const { type, id, diagnostic } = Object(value) as Record<string, unknown>;
  const { code, action = '', message } = Object(diagnostic) as Record<string, unknown>;
  const isOurs =
    type === 'ready' ||
    ((type === 'started' || type === 'decided') && typeof id === 'string') ||
    (type === 'diagnostic' && [code, action, message].every((text) => typeof text === 'string'));
  return isOurs ? (value as FlowMessage) : undefined;
}
