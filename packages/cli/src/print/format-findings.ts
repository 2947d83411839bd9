import { relative } from 'node:path';
import { type Lines, listExplanations } from '@signup-actions/runtime-core/internal';
import { platformSentences, type Finding } from '@signup-actions/workbench';
import type { Paint } from './paint.ts';

/** How findings are shown. */
export interface FindingsFormat {
  /** Paths are shown relative to this folder. */
  readonly cwd: string;
  readonly paint: Paint;
}

/** Findings for the user to read: one per line, with a place that terminals and editors open. */
export function formatFindings(
  findings: readonly Finding[],
  actionCount: number,
  { cwd, paint }: FindingsFormat,
): string {
  const checked = actionCount === 1 ? '1 Action' : `${actionCount} Actions`;
  if (findings.length === 0) return `${paint('good', '✓')} ${checked} checked, nothing found`;
  const found = findings.length === 1 ? '1 mistake' : `${findings.length} mistakes`;
  return [
    ...findings.map(
      ({ file, line, message, rule }) =>
        `${paint('title', `${relative(cwd, file)}:${line}`)}  ${message} ${paint('faint', `(${rule})`)}`,
    ),
    ...listRules(findings).map((address) => paint('faint', address)),
    '',
    `${paint('bad', '✗')} ${checked} checked, ${found} found`,
  ].join('\n');
}

/** The pages that explain the rules of the platform; errors of the compiler have none. */
const listRules = (findings: readonly Finding[]): Lines =>
  listExplanations(
    findings.map(({ rule }) => rule).filter((rule) => Object.hasOwn(platformSentences, rule)),
  );

/** Findings as JSON. */
export const toFindingsJson = (findings: readonly Finding[], cwd: string): string =>
  JSON.stringify(
    { findings: findings.map((finding) => ({ ...finding, file: relative(cwd, finding.file) })) },
    undefined,
    2,
  );
