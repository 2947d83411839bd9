import type { Diagnostic } from '@signup-actions/runtime-core';
import { listExplanations } from '@signup-actions/runtime-core/internal';
import { formatCallSite } from '../watch/call-sites.ts';

/** Thrown under `strict` if there is a diagnostic, and at the end of a test that did not look at a certain mistake. */
export class DiagnosticsError extends Error {
  override readonly name = 'DiagnosticsError';
  readonly code = 'diagnostics';
  /** All diagnostics, in order. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(
    diagnostics: readonly Diagnostic[],
    message: string = `Failed under strict: there must be no diagnostics but received ${diagnostics.length}.\n${formatDiagnostics(diagnostics)}`,
  ) {
    super(message);
    this.diagnostics = diagnostics;
  }
}

/** Diagnostics, numbered, and the pages that explain them. */
export const formatDiagnostics = (diagnostics: readonly Diagnostic[]): string =>
  [
    ...diagnostics.map(formatDiagnostic),
    ...listExplanations(diagnostics.map(({ code }) => code)).map((address) => `  ${address}`),
  ].join('\n');

function formatDiagnostic(diagnostic: Diagnostic, index: number): string {
  const { code, message } = diagnostic;
  return `  ${index + 1}. ${code}${formatCallSite(diagnostic)}: ${message}`;
}
