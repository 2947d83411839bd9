import { formatValue } from '../text/format-call.ts';
import type { Lines } from './paint.ts';

/** Names and values in two columns; values as source, so that no text can pass for something else. */
export function formatTable(values: Readonly<Record<string, unknown>>): Lines {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `  ${name.padEnd(width)}  ${formatValue(value)}`);
}
