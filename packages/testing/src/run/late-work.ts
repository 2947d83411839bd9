import type { Diagnostic } from '@signup-actions/runtime-core';
import { listExplanations } from '@signup-actions/runtime-core/internal';

/** A run rejects with it if an Action settled before its work was done. */
export class LateWorkError extends Error {
  override readonly name = 'LateWorkError';
  readonly code = 'late-call';
  /** The late calls, in order. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const calls = diagnostics.map(({ action, message }) => `  ${action}: ${message}`);
    super(
      [
        'Failed to run the flow: an Action settled before its work was done.',
        ...calls,
        'Is an await missing?',
        ...listExplanations(['late-call']),
      ].join('\n'),
    );
    this.diagnostics = diagnostics;
  }
}

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
      if (hasEnded) keepLateWork(new LateWorkError([diagnostic]));
      else late.push(diagnostic);
    },
    end() {
      hasEnded = true;
      if (late.length > 0) throw new LateWorkError(late);
    },
  };
}

/** Where late work is kept after its run has ended: on the global object, since two copies of the kit can meet. */
const place = Symbol.for('@signup-actions/late-work');
type Holder = { [place]?: LateWorkError[] };

function keepLateWork(error: LateWorkError): void {
  ((globalThis as Holder)[place] ??= []).push(error);
}

/** Throws the first late work that was kept, and drops the rest: one test fails for it. */
export function throwLateWork(): void {
  const [first] = ((globalThis as Holder)[place] ?? []).splice(0);
  if (first) throw first;
}
