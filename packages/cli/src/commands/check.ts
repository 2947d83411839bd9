import { enableCompileCache } from 'node:module';
import {
  checkModuleUses,
  checkNewerFunctions,
  checkSource,
  isNote,
  listModules,
  mergeReceived,
  orderFindings,
  withoutIgnored,
  type ActionSource,
  type CheckedSource,
  type Finding,
  type ModuleSource,
} from '@signup-actions/workbench';
import { findTypeErrors, oxcParser, type TypedSource } from '@signup-actions/workbench/node';
import { exitStatus } from '../exit-status.ts';
import { readText } from '../files/read-text.ts';
import { giveModules, type GivenModule } from '../load/give-modules.ts';
import { parseEnvFile } from '../load/parse-env-file.ts';
import { readLibrary } from '../load/read-library.ts';
import { formatFindings } from '../print/findings/format-findings.ts';
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
  const environment = envFile === undefined ? {} : parseEnvFile(await readText(envFile), envFile);
  const read = await readLibrary(paths, { config, environment });
  printNotes(read.notes, shell);
  const library = { ...read, actions: await giveModules(read.actions, module) };
  const modules = listModules(library.actions);
  const checked = checkAll(library.actions, modules);
  const files = [...library.actions, ...modules];
  const findings = orderFindings(
    [
      ...checkFlow(library),
      ...(
        await Promise.all(files.map((source, index) => checkDeclared(source, checked[index])))
      ).flat(),
      ...checked.flatMap((source, index) =>
        checkNewerFunctions(source, library.actions[index]?.deployment?.runtime),
      ),
      ...(await checkCode(checked)),
    ],
    files.map(({ file }) => file),
  );
  const sources = new Map(files.map(({ file, source }) => [file, source]));
  const count = { actions: library.actions.length, modules: modules.length };
  const report = { findings, count, sources, shell };
  shell.print(formatFindings(json ? 'json' : format, report));
  return findings.every(({ rule }) => isNote(rule)) ? exitStatus.allowed : exitStatus.found;
}

/** Checks Actions, and the modules that they may require with what they pass to them. */
function checkAll(
  actions: readonly ActionSource[],
  modules: readonly ModuleSource[],
): readonly WithModules[] {
  const ofActions = actions.map((action) => checkSource(oxcParser, action));
  const ofModules = modules.map((module) => {
    const uses = actions.flatMap((action, index) =>
      toFiles(action).get(module.name) === module.file
        ? (ofActions[index]?.exportUses ?? []).filter((use) => use.module === module.name)
        : [],
    );
    return checkSource(oxcParser, module, { owner: 'module', received: mergeReceived(uses) });
  });
  const byFile = new Map(ofModules.map((checked) => [checked.syntax.file, checked]));
  return [
    ...ofActions.map((checked, index): WithModules => {
      const action = actions[index];
      const files = action ? toFiles(action) : new Map<string, string>();
      const known = new Map([...files].map(([name, file]) => [name, byFile.get(file)]));
      const isListed = action?.modules !== undefined;
      return {
        ...checked,
        findings: [...checked.findings, ...checkModuleUses(checked, { modules: known, isListed })],
        explain: (errors) =>
          checked.explain(errors, (module, name) => {
            const { syntax, origins, exported } = known.get(module) ?? {};
            const target = exported?.functions.get(name);
            return target && syntax && origins && { target, syntax, origins };
          }),
        requires: checked.requiredModules.flatMap(({ name, literal: { start, end } }) => {
          const file = files.get(name);
          return file === undefined ? [] : [{ start, end, file }];
        }),
      };
    }),
    ...ofModules,
  ];
}

/** A checked source, with the modules whose types the compiler reads. */
type WithModules = CheckedSource & Pick<TypedSource, 'requires'>;

/** The files of the modules that an Action may require, by name; empty for one that the export does not hold. */
const toFiles = ({ modules = [], givenModules = [] }: ActionSource): ReadonlyMap<string, string> =>
  new Map([
    ...modules.map(({ name, source }) => [name, source?.file ?? ''] as const),
    ...givenModules.map(({ name, file }) => [name, file] as const),
  ]);

/** Checks the code of Actions, with one run of the compiler for all. */
async function checkCode(checked: readonly WithModules[]): Promise<readonly Finding[]> {
  // The compiler checks no types while any file does not parse.
  const typed = checked.flatMap(({ syntax: { file, source }, annotations, requires, explain }) =>
    annotations ? [{ file, source, annotations, explain, ...(requires && { requires }) }] : [],
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
