import type {
  Diagnostic,
  Execution,
  SignupResponse,
  TenantLogEntry,
} from '@signup-actions/runtime-core';
import type { ConsoleText, Place, UserField } from '@signup-actions/workbench';

/** What became of the signup, in the words that stand at the top. */
export interface Verdict {
  readonly tone: 'bad' | 'good' | 'warning';
  readonly title: string;
  /** The Action that decided; absent where none did. */
  readonly by?: string | undefined;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  readonly place?: Place | undefined;
}

/** One call, as it would stand in the source. */
export interface CallView {
  readonly source: string;
  /** What the cache answered, or that it threw, where there is something to say. */
  readonly answer: string;
  readonly place?: Place | undefined;
}

/** One Action of the flow. */
export interface StepView {
  readonly action: string;
  readonly status: Execution['status'];
  readonly duration: string;
  readonly calls: readonly CallView[];
  /** How many more calls there were. */
  readonly moreCalls: number;
  /** Absent if the Action printed nothing. */
  readonly console: ConsoleText | undefined;
  readonly error?: string | undefined;
}

/** A probable mistake, and the line that made it. */
interface DiagnosticView extends Pick<Diagnostic, 'action' | 'code' | 'message'> {
  readonly place?: Place | undefined;
}

/** An outcome as the page shows it: texts only, and no secret in them but in the user who is stored. */
export interface RunView {
  readonly verdict: Verdict;
  readonly steps: readonly StepView[];
  /** Absent where no user is created. */
  readonly user?: readonly UserField[] | undefined;
  readonly moreFields: number;
  readonly diagnostics: readonly DiagnosticView[];
  readonly moreDiagnostics: number;
  readonly log: readonly TenantLogEntry[];
  readonly response: SignupResponse;
}
