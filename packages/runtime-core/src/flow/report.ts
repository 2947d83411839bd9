import type { Diagnostic } from '../outcome/diagnostics.ts';

/** Tells the host what a flow noticed. Never throws, whatever the host's listener does. */
export function report(
  diagnostics: readonly Diagnostic[],
  onDiagnostic: (diagnostic: Diagnostic) => void,
): void {
  for (const diagnostic of diagnostics) {
    try {
      onDiagnostic(diagnostic);
    } catch {
      // A listener's mistake must not change who is let in.
    }
  }
}
