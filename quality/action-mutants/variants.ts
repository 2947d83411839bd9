import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { columns, type Column } from './columns.ts';
import { mutate, type Mutant } from './mutate.ts';
import { filesOf, settingsOf, type Project, type TestedAction } from './projects.ts';

/** Where the copies are written. */
export const work = fileURLToPath(new URL('../../.reports/action-mutants', import.meta.url));

/** An Action with a mistake, or without one: then its tests have to pass. */
export interface Variant {
  readonly tested: TestedAction;
  /** Among the variants of the Action. */
  readonly index: number;
  readonly mutant?: Mutant;
}

/** An Action as it is, and each of its mutants. */
export function listVariants(tested: TestedAction): readonly Variant[] {
  const { project, action } = tested;
  const mutants = mutate(action, readFileSync(`${project.folder}/${action}`, 'utf8'));
  return [
    { tested, index: 0 },
    ...mutants.map((mutant, position) => ({ tested, index: position + 1, mutant })),
  ];
}

/** The folder that the copies of a project's files share. */
export const folderOf = (project: Project, column: Column): string =>
  `${work}/${column}/${project.name}`;

const copyOf = ({ tested: { project, name }, index }: Variant, column: Column): string =>
  `${folderOf(project, column)}/${basename(name)}-${index}`;

/** The test file of a variant's copy. */
export const testOf = (variant: Variant, column: Column): string =>
  `${copyOf(variant, column)}/${variant.tested.test}`;

/** Writes a variant, with all that its test needs. */
export function writeCopy(variant: Variant, column: Column): void {
  const { tested, mutant } = variant;
  const { folder } = tested.project;
  prepareFolder(tested.project, column);
  const copy = copyOf(variant, column);
  for (const file of filesOf(tested)) copyFile(`${folder}/${file}`, `${copy}/${file}`);
  if (mutant) writeFileSync(`${copy}/${tested.action}`, mutant.source);
  const test = `${copy}/${tested.test}`;
  adapt(test, column);
  if (tested.project.runner === 'node') writeFileSync(test, toSuite(readFileSync(test, 'utf8')));
}

function prepareFolder(project: Project, column: Column): void {
  const folder = folderOf(project, column);
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  symlinkSync(project.modules, `${folder}/node_modules`);
  for (const file of settingsOf(project)) {
    copyFile(`${project.folder}/${file}`, `${folder}/${file}`);
    adapt(`${folder}/${file}`, column);
  }
}

function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

const adapt = (file: string, column: Column): void =>
  writeFileSync(file, columns[column].adapt(readFileSync(file, 'utf8')));

/** The hooks of one file must not run for the tests of the others, which are in the same process. */
const toSuite = (text: string): string =>
  text.replace(
    /^((?:import .*;\n)+)([^]*)$/,
    "import { describe } from 'node:test';\n$1describe('a variant', () => {\n$2});\n",
  );
