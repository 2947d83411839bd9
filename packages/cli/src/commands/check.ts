import {
  applyRules,
  checkActions,
  checkNewerFunctions,
  isNote,
  listModules,
  mayGoOn,
  orderFindings,
  withoutIgnored,
  type CheckedAction,
  type CheckedSource,
  type Finding,
} from '@signup-actions/workbench';
import { findTypeErrors, oxcParser } from '@signup-actions/workbench/node';
import { exitStatus } from '../exit-status.ts';
import { giveModules, type GivenModule } from '../load/give-modules.ts';
import { readEnvFile } from '../load/read-env-file.ts';
import { readLibrary } from '../load/read-library.ts';
import { readUnbound } from '../load/read-unbound.ts';
import { formatFindings } from '../print/findings/format-findings.ts';
import { printReport } from '../print/create-show.ts';
import type { FindingsFormat } from '../print/findings/formats.ts';
import type { Shell } from '../shell.ts';
import { checkDeclared, checkFlow } from './check-declared.ts';
import { printNotes } from './list-notes.ts';

/** The options of `signup-actions check`. */
export interface CheckOptions {
  readonly json?: boolean;
  readonly format?: FindingsFormat;
  /** The configuration of the deploy tool, with the values of its marks. */
  readonly config?: string;
  /** A file with values of marks, which override those of the configuration. */
  readonly envFile?: string;
  /** The Actions modules of Actions that list none, and other code for those that are listed. */
  readonly module?: readonly GivenModule[];
}

/** Finds mistakes in the Actions at these absolute paths without running them, and returns the exit status. */
export async function check(
  paths: readonly string[],
  { json = false, format = 'text', module = [], config, envFile }: CheckOptions,
  shell: Shell,
): Promise<number> {
  const environment = await readEnvFile(envFile);
  const read = await readLibrary(paths, { config, environment });
  const unbound = await readUnbound(read.unbound);
  printNotes([...read.notes, ...unbound.notes], shell);
  const actions = await giveModules([...read.actions, ...unbound.actions], module);
  const modules = listModules(actions);
  const checked = checkActions(oxcParser, actions, modules);
  const files = [...actions, ...modules];
  const [code, ...declared] = await Promise.all([
    // First of all, since the compiler takes longest.
    checkCode(checked),
    ...files.map((source, index) => checkDeclared(source, checked[index])),
  ]);
  const findings = orderFindings(
    [
      ...checkFlow(read),
      ...declared.flat(),
      ...checked.flatMap((source, index) =>
        checkNewerFunctions(source, actions[index]?.deployment?.runtime),
      ),
      ...code,
    ],
    files.map(({ file }) => file),
  );
  const sources = new Map(files.map(({ file, source }) => [file, source]));
  const count = { actions: actions.length, modules: modules.length };
  const report = { findings, count, sources, shell };
  const printed = json ? 'json' : format;
  await printReport(shell, printed, formatFindings(printed, report));
  return findings.every(({ rule }) => isNote(rule)) ? exitStatus.allowed : exitStatus.found;
}

/** Checks the code of Actions, with one run of the compiler for all. */
async function checkCode(checked: readonly CheckedAction[]): Promise<readonly Finding[]> {
  // The compiler checks no types while any file does not parse.
  const typed = checked.flatMap(({ syntax: { file, source }, annotations, requires, explain }) =>
    annotations ? [{ file, source, annotations, explain, ...(requires && { requires }) }] : [],
  );
  const [errors, linted] = await Promise.all([findTypeErrors(typed), applyAllRules(checked)]);
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

/** What the rules find. The compiler is a process of its own, and runs meanwhile. */
async function applyAllRules(checked: readonly CheckedSource[]): Promise<readonly Finding[]> {
  const readable = checked.filter(({ syntax }) => syntax.syntaxErrors.length === 0);
  const findings = readable.flatMap(applyRules);
  const unclear = readable.filter(mayGoOn);
  if (unclear.length === 0) return findings;
  // ESLint is a hundred files.
  const { lintActions } = await import('@signup-actions/workbench/lint');
  return [...findings, ...lintActions(unclear)];
}
