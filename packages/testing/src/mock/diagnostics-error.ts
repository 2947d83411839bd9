import type { Diagnostic } from '@signup-actions/runtime-core';
import { formatDiagnostics } from '../matchers/format-diagnostics.ts';

/** Thrown under `strict` where a probable mistake was made. */
export class DiagnosticsError extends Error {
  override readonly name = 'DiagnosticsError';
  readonly code = 'diagnostics';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(
      `Failed under strict: no diagnostic is allowed but there ${diagnostics.length === 1 ? 'is' : 'are'} ${diagnostics.length}.\n${formatDiagnostics(diagnostics)}`,
    );
    this.diagnostics = diagnostics;
  }
}
