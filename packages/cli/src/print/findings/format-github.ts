import { escapeControls } from '@signup-actions/runtime-core/internal';
import { isNote } from '@signup-actions/workbench';
import { findRepository, toRelativePath } from '../../files/paths.ts';
import { formatCount, type FindingsReport } from './formats.ts';
import { toColumns } from './to-columns.ts';

/** Findings as commands of GitHub Actions, which shows each beside its line. */
export function formatGithub(report: FindingsReport): string {
  const root = findRepository(report.shell.cwd);
  const lines = report.findings.map((finding) => {
    const { file, line, rule, message } = finding;
    const columns = toColumns(finding, report);
    const properties = {
      file: toRelativePath(root, file),
      line,
      ...(columns ? { col: columns.start, endColumn: columns.end } : {}),
      title: rule,
    };
    const list = Object.entries(properties)
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      .join(',');
    return `::${isNote(rule) ? 'notice' : 'error'} ${list}::${escapeMessage(message)}`;
  });
  const checked = formatCount(report.count);
  return lines.length > 0 ? lines.join('\n') : `${checked} checked, nothing found`;
}

/** The message of a command of GitHub Actions. Without control characters, since a terminal may show it too. */
export const escapeMessage = (text: string): string =>
  escapeControls(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));

/** The value of a property of such a command. */
export const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
