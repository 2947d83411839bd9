import type { Call } from '@signup-actions/runtime-core';
import { findPlace } from './find-place.ts';
import { shared } from './shared.ts';

/** A stack for each call. It becomes a string only if a message asks for it. */
interface CallSites {
  readonly stacks: WeakMap<Call, Error>;
  /** Whether there is a matcher that could ask. */
  isKept: boolean;
}

const callSites: CallSites = shared('call-sites', () => ({
  stacks: new WeakMap(),
  isKept: false,
}));

/** Keeps the places of calls from now on, which takes a few microseconds a call. */
export function startKeepingCallSites(): void {
  callSites.isKept = true;
}

/** Frames of the engine and of a spy, and the Action's. */
const framesToKeep = 10;

/** Keeps the place in the source where a call is made. */
export function keepCallSite(call: Call): void {
  const { stacks, isKept } = callSites;
  if (!isKept) return;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = framesToKeep;
  stacks.set(call, new Error('called'));
  Error.stackTraceLimit = limit;
}

/** The place in the Action where a call was made, as `file:line`; `undefined` if it is not known. */
export const findCallSite = (call: Call): string | undefined =>
  findPlace(callSites.stacks.get(call)?.stack);
