import { defaultLimits } from '@signup-actions/runtime-core';
import {
  applyEdits,
  checkSecrets,
  checkSource,
  lineAt,
  toBrokenRule,
  type ActionSource,
  type Finding,
} from '@signup-actions/workbench';
import { findTypeErrors, oxcParser } from '@signup-actions/workbench/node';
import { exitStatus } from '../exit-status.ts';
import { readText } from '../files/read-text.ts';
import { readActions } from '../load/read-actions.ts';
import { formatFindings, toFindingsJson } from '../print/format-findings.ts';
import type { Shell } from '../shell.ts';

/** The options of `signup-actions check`. */
export interface CheckOptions {
  readonly json?: boolean;
}

/** Finds mistakes in the Actions at these absolute paths without running them, and returns the exit status. */
export async function check(
  paths: readonly string[],
  { json }: CheckOptions,
  shell: Shell,
): Promise<number> {
  const actions = await readActions(paths);
  const checked = actions.map((action) => ({ action, ...checkSource(oxcParser, action) }));
  // The compiler checks no types while any file does not parse.
  const files = checked.flatMap(({ action: { file, source }, annotations }) =>
    annotations ? [{ file, code: applyEdits(source, annotations) }] : [],
  );
  const findings = sortFindings(
    [
      ...findSurplus(actions),
      ...(await Promise.all(actions.map(checkDeclaredSecrets))).flat(),
      ...checked.flatMap((source) => source.findings),
      ...(await findTypeErrors(files)),
    ],
    actions.map(({ file }) => file),
  );
  shell.print(
    json ? toFindingsJson(findings, shell.cwd) : formatFindings(findings, actions.length, shell),
  );
  return findings.length > 0 ? exitStatus.found : exitStatus.allowed;
}

const { maxActions } = defaultLimits;

const findSurplus = (actions: readonly ActionSource[]): readonly Finding[] =>
  actions.slice(maxActions).map(({ file }, index) => ({
    file,
    line: 1,
    ...toBrokenRule('too-many-actions', maxActions + index + 1),
  }));

async function checkDeclaredSecrets(action: ActionSource): Promise<readonly Finding[]> {
  const { declaredIn: file, declaredSecrets } = action;
  if (file === undefined || !declaredSecrets) return [];
  const text = await readText(file);
  return checkSecrets(declaredSecrets).map(({ secret = 'secrets', rule, message }) => {
    // A name that is written with escapes is not found; then the first line has to do.
    const offset = Math.max(text.indexOf(secret), 0);
    return { file, line: lineAt(text, offset), rule, message };
  });
}

/** By the order of the files, then by line. */
const sortFindings = (findings: readonly Finding[], files: readonly string[]): readonly Finding[] =>
  findings.toSorted(
    (first, second) =>
      files.indexOf(first.file) - files.indexOf(second.file) || first.line - second.line,
  );
