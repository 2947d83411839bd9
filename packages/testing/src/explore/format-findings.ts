import { escapeControls } from '@signup-actions/runtime-core/internal';
import type { Finding } from './finding.ts';

/**
 * Formats findings for a reader: each problem with its place, how to draw its signup again, and a test to paste.
 *
 * @example
 * ```ts
 * console.log(formatFindings(await explore(blockDisposable)));
 * ```
 */
export const formatFindings = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? 'No drawn signup showed a problem.'
    : findings.map(formatFinding).join('\n\n');

function formatFinding({ problem, source, seed, path }: Finding, index: number): string {
  const { kind, place, message } = problem;
  const where = place === undefined ? '' : ` at ${place}`;
  return [
    ...`${index + 1}. ${kind}${where}: ${message}`
      .split('\n')
      .map((line, at) => `${at > 0 ? '   ' : ''}${escapeControls(line)}`),
    `   To draw this signup again: { seed: ${seed}, path: '${path}' }`,
    '',
    ...source.split('\n').map((line) => `   ${line}`),
  ].join('\n');
}
