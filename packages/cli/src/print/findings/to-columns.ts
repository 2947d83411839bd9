import type { Finding } from '@signup-actions/workbench';
import type { FindingsReport } from './formats.ts';

/** The columns of a finding on its first line, counted from 1; the end is the column after it. */
export function toColumns(
  { file, span }: Finding,
  { sources }: Pick<FindingsReport, 'sources'>,
): { readonly start: number; readonly end: number; readonly text: string } | undefined {
  const source = sources.get(file);
  if (source === undefined || !span) return undefined;
  const before =
    source
      .slice(0, span[0])
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .at(-1) ?? '';
  const [after = ''] = source.slice(span[0]).split(/\r\n|[\n\r\u2028\u2029]/);
  const start = before.length + 1;
  const length = Math.min(Math.max(span[1] - span[0], 1), after.length || 1);
  return { start, end: start + length, text: before + after };
}
