import type { Call } from '../record/call.ts';

/** A call as it would stand in the source: `api.access.deny("reason", "message")`. */
export const formatCall = ({ method, args }: Pick<Call, 'args' | 'method'>): string =>
  `api.${method}(${args.map(formatValue).join(', ')})`;

/** A plain value as source, on one line. */
export function formatValue(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
