import type { CallSite, Diagnostic, Outcome, SignupEvent } from '@signup-actions/runtime-core';

/** The version of traces. It changes if a field is removed or means something else. */
export const traceVersion = 1;

/** What `signup-actions run --trace` writes: the code that ran, and what happened to each signup, without secrets. */
export interface Trace {
  readonly traceVersion: typeof traceVersion;
  /** The Actions in the order of the flow. */
  readonly actions: readonly TracedAction[];
  /** The Actions modules that they may require. */
  readonly modules: readonly TracedCode[];
  readonly signups: readonly TracedSignup[];
}

/** Code as it ran. */
export interface TracedCode {
  readonly name: string;
  /** As calls and errors name it. */
  readonly file: string;
  readonly source: string;
  /** The names of its secrets. */
  readonly secrets: readonly string[];
}

/** An Action as it ran. */
export interface TracedAction extends TracedCode {
  readonly configuration: Readonly<Record<string, unknown>>;
}

/** A diagnostic, and its place if that is known. */
export type TracedDiagnostic = Diagnostic & { readonly site?: CallSite };

/** A signup, and what happened to it: what `--json` prints, with the event. */
export type TracedSignup = Outcome & {
  readonly signup: { readonly label: string };
  readonly event: SignupEvent;
  readonly diagnostics: readonly TracedDiagnostic[];
  readonly console: readonly { readonly action?: string; readonly text: string }[];
};
