import { enableCompileCache } from 'node:module';
import {
  checkSource,
  isNote,
  orderFindings,
  withoutIgnored,
  type CheckedSource,
  type Finding,
} from '@signup-actions/workbench';
import { findTypeErrors, oxcParser } from '@signup-actions/workbench/node';
import { exitStatus } from '../exit-status.ts';
import { readLibrary, type Library } from '../load/read-library.ts';
import { formatFindings } from '../print/findings/format-findings.ts';
import type { FindingsFormat } from '../print/findings/formats.ts';
import type { Shell } from '../shell.ts';
import { checkDeclared, checkFlow } from './check-declared.ts';

/** The options of `signup-actions check`. */
export interface CheckOptions {
  readonly json?: boolean;
  readonly format?: FindingsFormat;
}

/** Finds mistakes in the Actions at these absolute paths without running them, and returns the exit status. */
export async function check(
  paths: readonly string[],
  { json = false, format = 'text' }: CheckOptions,
  shell: Shell,
): Promise<number> {
  const library = await readLibrary(paths);
  const checked = library.actions.map((action) => checkSource(oxcParser, action));
  const findings = orderFindings(
    [
      ...checkFlow(library),
      ...(
        await Promise.all(
          library.actions.map((action, index) => checkDeclared(action, checked[index])),
        )
      ).flat(),
      ...(await checkCode(checked)),
    ],
    library.actions.map(({ file }) => file),
  );
  shell.print(formatFindings(json ? 'json' : format, { findings, ...toSources(library), shell }));
  return findings.every(({ rule }) => isNote(rule)) ? exitStatus.allowed : exitStatus.found;
}

const toSources = ({ actions }: Library) => ({
  count: actions.length,
  sources: new Map(actions.map(({ file, source }) => [file, source])),
});

/** Checks the code of Actions, with one run of the compiler for all. */
async function checkCode(checked: readonly CheckedSource[]): Promise<readonly Finding[]> {
  // The compiler checks no types while any file does not parse.
  const typed = checked.flatMap(({ syntax: { file, source }, annotations, explain }) =>
    annotations ? [{ file, source, annotations, explain }] : [],
  );
  const [errors, linted] = await Promise.all([findTypeErrors(typed), lint(checked)]);
  const findings = [
    ...checked.flatMap((source) => source.findings),
    ...linted,
    ...typed.flatMap(({ explain }, index) => explain(errors[index] ?? [])),
  ];
  return checked.flatMap(({ syntax: { file, source, comments } }) =>
    withoutIgnored(
      findings.filter((finding) => finding.file === file),
      source,
      comments,
    ),
  );
}

/** The compiler is a process of its own: the rules run meanwhile. */
async function lint(checked: readonly CheckedSource[]): Promise<readonly Finding[]> {
  // ESLint is a hundred files. Node keeps what it has compiled of them in the temporary folder.
  enableCompileCache();
  const { lintActions } = await import('@signup-actions/workbench/lint');
  return lintActions(checked);
}
