import { isNote, type Finding } from '@signup-actions/workbench';
import { toRelativePath } from '../../files/paths.ts';
import type { FindingsReport } from './formats.ts';

/** Findings as JSON. Notes, which are not mistakes, are in a list of their own if there are any. */
export function formatJson({ findings, shell }: FindingsReport): string {
  const toEntry = ({ file, line, rule, message }: Finding) => ({
    file: toRelativePath(shell.cwd, file),
    line,
    rule,
    message,
  });
  const notes = findings.filter(({ rule }) => isNote(rule));
  const report = {
    findings: findings.filter(({ rule }) => !isNote(rule)).map(toEntry),
    ...(notes.length > 0 ? { notes: notes.map(toEntry) } : {}),
  };
  return JSON.stringify(report, undefined, 2);
}
