import type { RecordedCall } from '@signup-actions/types';
import { escapeControls } from './controls.ts';
import { describe } from './describe.ts';

/**
 * A call as source code: `api.access.deny("reason", "message")`.
 *
 * @internal
 */
export const formatCall = ({ method, args }: Pick<RecordedCall, 'args' | 'method'>): string =>
  `api.${method}(${args.map(formatValue).join(', ')})`;

/**
 * A plain value as source code, on one line and without control characters.
 *
 * @internal
 */
export function formatValue(value: unknown): string {
  return value === undefined ? 'undefined' : escapeControls(JSON.stringify(value));
}

const longest = 200;

/** A call as source code for a message, in which long arguments are described instead of repeated (F14). */
export const nameCall = ({ method, args }: Pick<RecordedCall, 'args' | 'method'>): string =>
  `api.${method}(${args.map(nameValue).join(', ')})`;

/** Never cuts a string: half of a secret would not be found. */
function nameValue(value: unknown): string {
  if (typeof value === 'string' && value.length > longest) return describe(value);
  const source = formatValue(value);
  return source.length <= longest ? source : describe(value);
}
