import type { Diagnostic } from '@signup-actions/runtime-core';
import { listExplanations } from '@signup-actions/runtime-core/internal';
import { formatCallSite, keepCallSite } from './call-sites.ts';
import { shared } from './shared.ts';

/** Thrown by a run, or at the end of a test, if an Action called its api after the test had taken it for done. */
export class LateWorkError extends Error {
  override readonly name = 'LateWorkError';
  readonly code = 'late-call';
  /** The late calls of a run, in order. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(what: string, lines: readonly string[], diagnostics: readonly Diagnostic[] = []) {
    super([what, ...lines, ...listExplanations(['late-call'])].join('\n'));
    this.diagnostics = diagnostics;
  }
}

const toLateWorkError = (diagnostics: readonly Diagnostic[]): LateWorkError =>
  new LateWorkError(
    'Failed to run the flow: an Action settled before its work was done.',
    [...diagnostics.map(formatLateCall), 'Is an await missing?'],
    diagnostics,
  );

const formatLateCall = (diagnostic: Diagnostic): string =>
  `  ${diagnostic.action}${formatCallSite(diagnostic)}: ${diagnostic.message}`;

/** Collects the late calls of a run. */
export interface LateWorkWatch {
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
  /** Ends the run: throws if there were late calls. Those after it fail the test that is running then. */
  readonly end: () => void;
}

/** Watches a run for late calls, and passes its diagnostics on. */
export function watchForLateWork(
  onDiagnostic: LateWorkWatch['onDiagnostic'] = () => {},
): LateWorkWatch {
  const late: Diagnostic[] = [];
  let hasEnded = false;
  return {
    onDiagnostic(diagnostic) {
      onDiagnostic(diagnostic);
      if (diagnostic.code !== 'late-call') return;
      // If the outcome is there already, the Action is calling now.
      keepCallSite(diagnostic);
      (hasEnded ? afterRuns : late).push(diagnostic);
    },
    end() {
      hasEnded = true;
      if (late.length > 0) throw toLateWorkError(late);
    },
  };
}

/** Late calls after the end of their run. */
const afterRuns: Diagnostic[] = shared('late-work', () => []);

/** Throws the first late call of a run that has ended, and drops the rest: one test fails for it. */
export function throwLateWork(): void {
  const [diagnostic] = afterRuns.splice(0);
  if (diagnostic) throw toLateWorkError([diagnostic]);
}
