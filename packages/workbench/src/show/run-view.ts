import type { Diagnostic, Execution, TenantLogEntry } from '@signup-actions/runtime-core';
import type { ConsoleText } from './console-text.ts';
import type { UserField } from './diff-user.ts';
import type { Place } from './find-place.ts';

/** The verdict on the signup, shown at the top. */
export interface Verdict {
  readonly tone: 'bad' | 'good' | 'warning';
  readonly title: string;
  /** The Action that decided, as in `by block` or `in tag`; absent if none did. */
  readonly where?: string | undefined;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  readonly place?: Place | undefined;
}

/** One call. */
export interface CallView {
  /** As JavaScript source. */
  readonly source: string;
  /** What the cache returned, or that the call threw; empty for other calls. */
  readonly result: string;
  readonly place?: Place | undefined;
}

/** One Action of the flow. */
export interface StepView {
  readonly action: string;
  readonly status: Execution['status'];
  readonly duration: string;
  readonly calls: readonly CallView[];
  /** How many more calls it made. */
  readonly moreCalls: number;
  /** Absent if the Action printed nothing. */
  readonly console: ConsoleText | undefined;
  readonly error?: string | undefined;
}

/** A diagnostic, and the line that caused it. */
interface DiagnosticView extends Pick<Diagnostic, 'action' | 'code' | 'message'> {
  readonly place?: Place | undefined;
}

/** An outcome as the page shows it. The values of secrets are redacted, except in the stored user. */
export interface RunView {
  readonly verdict: Verdict;
  readonly steps: readonly StepView[];
  /** Absent if no user is created. */
  readonly user?: readonly UserField[] | undefined;
  readonly moreFields: number;
  readonly diagnostics: readonly DiagnosticView[];
  readonly moreDiagnostics: number;
  readonly log: readonly TenantLogEntry[];
  /** What a client receives over HTTP; absent for a signup on the login page, which has no client. */
  readonly response?: { readonly request?: string; readonly text: string } | undefined;
}
