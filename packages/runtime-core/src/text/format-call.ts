import type { RecordedCall } from '@signup-actions/types';
import { escapeControls } from './controls.ts';

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
