// `pnpm mutation:actions`: the kit's own measure. Makes each mistake in each Action of the recipes and examples, and
// expects the Action's tests to fail. Also counts what they notice under `strict` and with mock functions instead of
// the kit, and compares the table with figures.md; `--update` writes it. Words select Actions.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { columns, type Column } from './columns.ts';
import { findTestedActions, projects, type Project } from './projects.ts';
import { runJest, runNodeTest, runVitest, type Failures } from './run-tests.ts';
import { toTable, type Noticed } from './to-table.ts';
import { folderOf, listVariants, testOf, work, writeCopy, type Variant } from './variants.ts';

const figures = new URL('figures.md', import.meta.url);
/** Mistakes that change nothing that a test could see, each with the reason. */
const equivalent: Readonly<Record<string, string>> =
  parse(readFileSync(new URL('equivalent.yaml', import.meta.url), 'utf8')) ?? {};
const { values, positionals } = parseArgs({
  options: { update: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const totals = { passed: 0, failed: 0 };
const listed = new Set(Object.keys(equivalent));
const failures = new Map<string, readonly string[]>();

rmSync(work, { recursive: true, force: true });
const actions = projects
  .flatMap(findTestedActions)
  .filter(({ name }) => positionals.every((word) => name.includes(word)))
  .map(listVariants);
const variants = actions.flat();
const inVitest = variants.filter(isInVitest);
await runInVitest(inVitest, ['default', 'hand-made']);
// What the default notices, strict notices, too.
await runInVitest(
  inVitest.filter((variant) => !variant.mutant || !isNoticed(variant, 'default')),
  ['strict'],
);
for (const project of projects.filter(({ runner }) => runner !== 'vitest')) {
  const own = variants.filter(({ tested }) => tested.project === project);
  if (own.length > 0) await runElsewhere(project, own);
}

for (const [original] of actions) if (original) checkOriginal(original);
const noticed = variants.flatMap((variant) => judge(variant));
if (positionals.length === 0) {
  for (const name of listed) fail(`${name} is in equivalent.yaml, but does not exist`);
  checkTable();
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

function isInVitest({ tested }: Variant): boolean {
  return tested.project.runner === 'vitest';
}

async function runInVitest(chosen: readonly Variant[], names: readonly Column[]): Promise<void> {
  const used = new Set(chosen.map(({ tested }) => tested.project));
  for (const column of names) for (const variant of chosen) writeCopy(variant, column);
  const runs = [...used].flatMap((project) =>
    names.map((column) => ({
      name: `${column} ${project.name}`,
      root: folderOf(project, column),
      setupFile: columns[column].setupFile,
    })),
  );
  if (runs.length > 0) keep(await runVitest(runs, work));
}

async function runElsewhere(project: Project, chosen: readonly Variant[]): Promise<void> {
  for (const variant of chosen) writeCopy(variant, 'default');
  const files = chosen.map((variant) => testOf(variant, 'default'));
  keep(
    project.runner === 'jest'
      ? await runJest(project.folder, folderOf(project, 'default'))
      : await runNodeTest(files),
  );
}

function keep(found: Failures): void {
  for (const [file, names] of found) failures.set(file, names);
}

function failuresOf(variant: Variant, column: Column): readonly string[] {
  return failures.get(testOf(variant, column)) ?? [];
}

/** Whether a test fails that does not fail without the mistake: by hand, some tests need the kit. */
function isNoticed(variant: Variant, column: Column): boolean {
  const before = failuresOf({ tested: variant.tested, index: 0 }, column);
  return failuresOf(variant, column).some((test) => !before.includes(test));
}

function checkOriginal(original: Variant): void {
  for (const column of ['default', 'strict'] as const) {
    const [failing] = failuresOf(original, column);
    if (failing === undefined) continue;
    fail(`${original.tested.name}: "${failing}" fails without a mistake (${column})`);
  }
}

/** Counts a mutant as passed or failed. Returns what noticed it, unless nothing could. */
function judge(variant: Variant): readonly Noticed[] {
  const { tested, mutant } = variant;
  if (!mutant) return [];
  const { kind, line, replacement } = mutant;
  const id = `${tested.name}:${line} ${kind}: ${replacement}`;
  const isExpected = equivalent[id] === undefined;
  const by = new Set(
    (['default', 'strict', 'hand-made'] as const).filter((column) => isNoticed(variant, column)),
  );
  if (by.has('default')) by.add('strict');
  listed.delete(id);
  if (isExpected === by.has('default')) totals.passed += 1;
  else if (isExpected) fail(`${id}: NOT NOTICED${by.has('strict') ? ', but under strict' : ''}`);
  else fail(`${id} is noticed: remove it from equivalent.yaml`);
  return isExpected && isInVitest(variant) ? [{ kind, by }] : [];
}

/** The table is what the site shows: it has to be the one of a fresh count. */
function checkTable(): void {
  const count = actions.filter(([original]) => original && isInVitest(original)).length;
  const table = toTable(noticed, count);
  if (values.update) writeFileSync(figures, table);
  if (readFileSync(figures, 'utf8') === table) totals.passed += 1;
  else fail(`figures.md has other figures: run pnpm mutation:actions --update\n${table}`);
}

function fail(message: string): void {
  totals.failed += 1;
  console.log(`✗ ${message}`);
}
