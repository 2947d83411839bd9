import { type Diagnostic } from '@signup-actions/runtime-core';
import { listExplanations } from '@signup-actions/runtime-core/internal';

/** Diagnostics, numbered, and where each of them is explained. */
export const formatDiagnostics = (diagnostics: readonly Diagnostic[]): string =>
  [
    ...diagnostics.map(({ code, message }, index) => `  ${index + 1}. ${code}: ${message}`),
    ...listExplanations(diagnostics.map(({ code }) => code)).map((address) => `  ${address}`),
  ].join('\n');
