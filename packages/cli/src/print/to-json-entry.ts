import { relative } from 'node:path';
import type { CallSite, Outcome } from '@signup-actions/runtime-core';
import type { ReportEntry } from './report-entry.ts';
import { formatUserName } from './format-run.ts';

/** The version of what `--json` and `--ndjson` print for a signup. It changes if a field is removed or means something else. */
const schemaVersion = 1;

/** What `--json` prints for one signup: its outcome without secrets, and what belongs to it. */
export function toJsonEntry({ signup, run }: ReportEntry, cwd: string): object {
  const { outcome, diagnosticSites, console, lateRefusal } = run;
  const toSite = (site: CallSite | undefined): { readonly site?: CallSite } =>
    site ? { site: { ...site, file: relative(cwd, site.file) } } : {};
  // Redacted already: it left the process of the Actions so.
  const plain = { ...outcome } as Outcome;
  return {
    schemaVersion,
    signup: { label: signup.label, user: formatUserName(signup.event) },
    ...plain,
    calls: plain.calls.map((call) => ({ ...call, ...toSite(call.site) })),
    diagnostics: plain.diagnostics.map((diagnostic, index) => ({
      ...diagnostic,
      ...toSite(diagnosticSites[index]),
    })),
    console: [...console].map(([action, { text, rest }]) => ({
      ...(action !== undefined && { action }),
      text: text + rest,
    })),
    ...(lateRefusal !== undefined && { lateRefusal }),
  };
}
