import { listExplanations } from '@signup-actions/runtime-core/internal';
import { isNote, type Finding } from '@signup-actions/workbench';
import { toRelativePath } from '../../files/paths.ts';
import { hasPage } from '../link.ts';
import { toPrintable } from '../paint.ts';
import { formatCount, type FindingsReport } from './formats.ts';
import { toColumns } from './to-columns.ts';

/** Findings for the user to read: each with a place that terminals and editors open, and its line with a mark. */
export function formatText(report: FindingsReport): string {
  const { findings, count } = report;
  const { cwd, link, paint } = report.shell;
  const checked = formatCount(count);
  const mistakes = findings.filter(({ rule }) => !isNote(rule));
  const found = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
  const summary =
    mistakes.length === 0
      ? `${paint('good', '✓')} ${checked} checked, nothing found`
      : `${paint('bad', '✗')} ${checked} checked, ${found} found`;
  const lines = findings.flatMap((finding) => {
    const { file, line, message, rule } = finding;
    const place = paint('title', `${toPrintable(toRelativePath(cwd, file))}:${line}`);
    const kind = isNote(rule) ? `${paint('warning', 'note')} ` : '';
    return [
      `${place}  ${kind}${toPrintable(message)} ${link(rule, paint('faint', `(${rule})`))}`,
      ...quote(finding, report),
    ];
  });
  if (lines.length === 0) return summary;
  const addresses = listPages(findings).map((address) => paint('faint', address));
  return [...lines, ...addresses, '', summary].join('\n');
}

/** The pages that explain the rules; the compiler's own errors have none. */
const listPages = (findings: readonly Finding[]): readonly string[] =>
  listExplanations(findings.map(({ rule }) => rule).filter(hasPage));

/** The line of a finding, with a mark under what it is about. */
function quote(finding: Finding, report: FindingsReport): readonly string[] {
  const columns = toColumns(finding, report);
  if (!columns) return [];
  const { paint, stdout } = report.shell;
  const gutter = `    ${finding.line} │ `;
  // A line that is cut at both ends has two marks.
  const width = Math.max((stdout.columns ?? 100) - gutter.length - 2, 20);
  const line = toWindow(columns, width);
  const bar = `${' '.repeat(gutter.length - 2)}│ `;
  return [
    paint('faint', gutter) + toPrintable(line.text),
    `${paint('faint', bar)}${line.before.replaceAll(/[^\t]/g, ' ')}${paint('bad', '~'.repeat(line.length))}`,
  ];
}

/** The part of a line that a terminal has room for, around what the finding is about. */
function toWindow(
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
  width: number,
): { readonly text: string; readonly before: string; readonly length: number } {
  const indent = /^\s*/.exec(text)?.[0].length ?? 0;
  const from = Math.min(indent, start - 1);
  const isTooLong = text.length - from > width;
  const first = isTooLong ? Math.max(from, start - 1 - Math.floor(width / 4)) : from;
  const shown = text.slice(first, first + width);
  const head = first > from ? '…' : '';
  const tail = first + width < text.length ? '…' : '';
  const length = Math.max(Math.min(end - start, shown.length - (start - 1 - first)), 1);
  return { text: head + shown + tail, before: head + text.slice(first, start - 1), length };
}
