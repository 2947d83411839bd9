import type { Diagnostic } from '@signup-actions/runtime-core';

/** Diagnostics, numbered. */
export const formatDiagnostics = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map(({ code, message }, index) => `  ${index + 1}. ${code}: ${message}`).join('\n');
