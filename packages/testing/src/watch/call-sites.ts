import type { Call, Diagnostic, Outcome } from '@signup-actions/runtime-core';
import { findPlace, toShortPath } from './find-place.ts';
import { shared } from './shared.ts';

/** A call, or a diagnostic of one. */
type Subject = Call | Diagnostic;

/** A stack for each call. It becomes a string only if a message asks for it. */
interface CallSites {
  readonly stacks: WeakMap<Subject, Error>;
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

/** Keeps the place in the source where a call is being made. */
export function keepCallSite(subject: Subject): void {
  const { stacks, isKept } = callSites;
  if (!isKept) return;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = framesToKeep;
  stacks.set(subject, new Error('called'));
  Error.stackTraceLimit = limit;
}

/** Keeps the places of the calls that the diagnostics of an outcome are about. */
export function keepDiagnosticSites({ calls, diagnostics }: Outcome): void {
  const { stacks, isKept } = callSites;
  if (!isKept) return;
  for (const diagnostic of diagnostics) {
    const call = diagnostic.call === undefined ? undefined : calls[diagnostic.call];
    const stack = call && stacks.get(call);
    if (stack) stacks.set(diagnostic, stack);
  }
}

/** The place in the Action, as ` at file:line`; empty if it is not known. */
export function formatCallSite(subject: Subject): string {
  const place = findPlace(callSites.stacks.get(subject)?.stack) ?? toPlace(subject);
  return place === undefined ? '' : ` at ${place}`;
}

/** The place that the engine recorded, for a call that was made in another process. */
function toPlace(subject: Subject): string | undefined {
  const { site } = subject as Partial<Call>;
  return site && `${toShortPath(site.file)}:${site.line}`;
}
