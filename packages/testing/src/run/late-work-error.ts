import type { Diagnostic } from '@signup-actions/runtime-core';
import { listExplanations } from '@signup-actions/runtime-core/internal';

/** Rejects a run whose Actions settled before their work was done. */
export class LateWorkError extends Error {
  override readonly name = 'LateWorkError';
  readonly code = 'late-call';
  /** What came too late, in order. */
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
