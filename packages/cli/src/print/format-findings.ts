import { relative } from 'node:path';
import { type Lines, listExplanations } from '@signup-actions/runtime-core/internal';
import { platformSentences, type Finding } from '@signup-actions/workbench';
import { paint } from './paint.ts';

/** Findings to be read by a person: a line each, with a place that terminals and editors open. */
export function formatFindings(findings: readonly Finding[], actionCount: number): string {
  const checked = actionCount === 1 ? '1 Action' : `${actionCount} Actions`;
  if (findings.length === 0) return `${paint('good', '✓')} ${checked} checked, nothing found`;
  const found = findings.length === 1 ? '1 mistake' : `${findings.length} mistakes`;
  return [
    ...findings.map(
      ({ file, line, message, rule }) =>
        `${paint('title', `${toShown(file)}:${line}`)}  ${message} ${paint('faint', `(${rule})`)}`,
    ),
    ...listRules(findings),
    '',
    `${paint('bad', '✗')} ${checked} checked, ${found} found`,
  ].join('\n');
}

/** Where the rules of the platform are explained; what the compiler says has no page of ours. */
const listRules = (findings: readonly Finding[]): Lines =>
  listExplanations(
    findings.map(({ rule }) => rule).filter((rule) => Object.hasOwn(platformSentences, rule)),
  ).map((address) => paint('faint', address));

/** Findings for a program. */
export const toFindingsJson = (findings: readonly Finding[]): string =>
  JSON.stringify(
    { findings: findings.map((finding) => ({ ...finding, file: toShown(finding.file) })) },
    undefined,
    2,
  );

/** A path as seen from where the command was typed. */
const toShown = (file: string): string => relative(process.cwd(), file);
