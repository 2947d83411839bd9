// `pnpm mutation:actions`: the kit's own measure. Puts each mistake into each Action of the recipes and examples, and
// expects the Action's test to fail.
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { mutate, type Mutant } from './mutate.ts';
import { filesOf, findTestedActions, projects, settingsOf, type TestedAction } from './projects.ts';
import { findFailingTests } from './run-tests.ts';

/** A copy of an Action and its test; without a mutant, it has to pass. */
interface Copy {
  readonly tested: TestedAction;
  readonly mutant?: Mutant;
  readonly test: string;
}

const work = fileURLToPath(new URL('../../.reports/action-mutants', import.meta.url));
/** Mutants that change nothing that a test could see, each with the reason. */
const equivalent: Readonly<Record<string, string>> =
  parse(readFileSync(new URL('equivalent.yaml', import.meta.url), 'utf8')) ?? {};

const only = process.argv[2] ?? '';
const listed = new Set(Object.keys(equivalent));
const totals = { passed: 0, failed: 0 };
rmSync(work, { recursive: true, force: true });
for (const project of projects) {
  const folder = `${work}/${project.name}`;
  const copies = findTestedActions(project)
    .filter(({ name }) => name.includes(only))
    .flatMap((tested) => copyWithMutants(tested, folder));
  if (copies.length === 0) continue;
  for (const file of settingsOf(project)) cpSync(`${project.folder}/${file}`, `${folder}/${file}`);
  symlinkSync(project.modules, `${folder}/node_modules`);
  const failing = await findFailingTests(
    project,
    folder,
    copies.map(({ test }) => test),
  );
  for (const { tested, mutant, test } of copies) report(tested, mutant, failing.has(test));
}
if (only === '')
  for (const name of listed) fail(`${name} is in equivalent.yaml, but does not exist`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

function copyWithMutants(tested: TestedAction, folder: string): readonly Copy[] {
  const { project, action, name } = tested;
  const source = readFileSync(`${project.folder}/${action}`, 'utf8');
  return [undefined, ...mutate(action, source)].map((mutant, index) => {
    const copy = `${folder}/${name.split('/')[1]}-${index}`;
    for (const file of filesOf(tested)) {
      mkdirSync(dirname(`${copy}/${file}`), { recursive: true });
      cpSync(`${project.folder}/${file}`, `${copy}/${file}`);
    }
    if (mutant) writeFileSync(`${copy}/${action}`, mutant.source);
    return { tested, ...(mutant && { mutant }), test: `${copy}/${tested.test}` };
  });
}

function report({ name }: TestedAction, mutant: Mutant | undefined, failed: boolean): void {
  if (!mutant) {
    if (failed) fail(`${name}: its test fails without a mistake`);
    return;
  }
  const id = `${name}:${mutant.line} ${mutant.mistake}: ${mutant.original}`.trim();
  const reason = equivalent[id];
  listed.delete(id);
  if (reason !== undefined && failed) fail(`${id} is noticed: remove it from equivalent.yaml`);
  else if (reason === undefined && !failed) fail(`${id}: NOT NOTICED`);
  else totals.passed += 1;
}

function fail(message: string): void {
  totals.failed += 1;
  console.log(`✗ ${message}`);
}
