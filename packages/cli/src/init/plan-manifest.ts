import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import detectIndent from 'detect-indent';
import { keepLineEnds } from '../files/read-text.ts';
import { isPackage } from './find-uses.ts';
import type { Manifest } from './manifest.ts';
import type { Project } from './read-project.ts';
import type { Step } from './step.ts';

const path = 'package.json';

/**
 * The version of Vitest for a project without a runner: the one that the kit is tested with, and no later major version.
 * Two of the last three majors changed how matchers get their types.
 */
const vitestVersion = '^5.1.1';
/** The version of Vite that this Vitest comes with where package managers install it. */
const viteVersion = '^8.0.0';

/** Plans to add the missing devDependencies, sorted as package managers sort them, or to create the file. */
export function planManifest(project: Project): Step {
  const { manifestFile, manifest, runner } = project;
  const wanted = listWantedDependencies(project);
  if (!manifestFile) {
    const scripts = { test: runner.command.join(' ') };
    const created = { private: true, ...manifest, scripts, devDependencies: wanted };
    const note = `created, with ${Object.keys(wanted).join(', ')}`;
    return { path, type: 'create', text: `${JSON.stringify(created, null, 2)}\n`, note };
  }
  const { text } = manifestFile;
  const installed = { ...manifest.dependencies, ...manifest.devDependencies };
  const missing = Object.entries(wanted).filter(([name]) => !(name in installed));
  if (missing.length === 0) {
    return { path, type: 'leave', note: 'unchanged: it has all devDependencies' };
  }
  const devDependencies = toSorted([...Object.entries(manifest.devDependencies ?? {}), ...missing]);
  const scripts = listNewScripts(project);
  const indent = detectIndent(text).indent || '  ';
  const end = text.endsWith('\n') ? '\n' : '';
  const names = missing.map(([name]) => name).join(', ');
  return {
    path,
    type: 'add',
    text: keepLineEnds(
      text,
      `${JSON.stringify({ ...manifest, ...scripts, devDependencies }, null, indent)}${end}`,
    ),
    note: `added to devDependencies: ${names}${scripts.scripts ? '; and the script test' : ''}`,
  };
}

/** What `npm init` writes as the script `test`. */
const noTest = /^echo "Error: no test specified"/;

/** The scripts with that of the new runner, unless the project has its own. */
function listNewScripts({ isRunnerMissing, runner, manifest }: Project): Pick<Manifest, 'scripts'> {
  const { test } = manifest.scripts ?? {};
  if (!isRunnerMissing || (test !== undefined && !noTest.test(test))) {
    return {};
  }
  return { scripts: { ...manifest.scripts, test: runner.command.join(' ') } };
}

/**
 * The devDependencies of a project of Actions: this command, the kit, the types and Node's types, each in the version
 * that is installed here; the packages of the Actions; and what the tests import.
 */
function listWantedDependencies(project: Project): Readonly<Record<string, string>> {
  const own = ['@signup-actions/cli', '@signup-actions/testing', '@signup-actions/types'];
  return toSorted([
    ...[...own, '@types/node'].map((name): [string, string] => [name, `^${versionOf(name)}`]),
    ...listPackagesOfActions(project),
    ...listPackagesOfTests(project),
    ...listRunnerPackages(project),
  ]);
}

/** An export says which version of a package an Action has; a file does not. */
const listPackagesOfActions = ({ actions, flow }: Project): readonly [string, string][] => [
  ...actions.flatMap(({ uses }) =>
    uses.filter(isPackage).map((name): [string, string] => [name, '*']),
  ),
  ...(flow?.dependencies ?? []).map(({ name, version }): [string, string] => [name, version]),
];

/** The packages that tests of Actions use for what is outside, such as those of our recipes. */
const listPackagesOfTests = ({ tests }: Project): readonly [string, string][] =>
  ['fast-check', 'msw', 'undici']
    .filter((name) =>
      tests.some(
        ({ text }) =>
          text.includes('@signup-actions/testing') &&
          new RegExp(`['"]${name}(?:/[^'"]*)?['"]`).test(text),
      ),
    )
    .map((name) => [name, '*']);

function listRunnerPackages({
  runner,
  isRunnerMissing,
  manifest,
  agent,
}: Project): readonly [string, string][] {
  if (isRunnerMissing) {
    // Yarn does not install what a package needs beside it.
    const peers: [string, string][] = agent.startsWith('yarn') ? [['vite', viteVersion]] : [];
    return [...peers, ['vitest', vitestVersion]];
  }
  // These two have their types in packages of their own.
  if (runner.name === 'bun') return [['@types/bun', '^1.3.0']];
  if (runner.name === 'mocha') return [['@types/mocha', '^10.0.0']];
  const jest = { ...manifest.dependencies, ...manifest.devDependencies }['jest'];
  // The types of Jest's matchers are in these, which some package managers hide. Their versions are those of Jest.
  return runner.name === 'jest' && jest !== undefined && /^[~^]?\d/.test(jest)
    ? [
        ['@jest/globals', jest],
        ['expect', jest],
      ]
    : [];
}

const toSorted = (
  entries: readonly (readonly [string, string])[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(entries.toSorted(([first], [second]) => (first < second ? -1 : 1)));

const versionOf = (name: string): string | undefined =>
  (
    JSON.parse(
      readFileSync(createRequire(import.meta.url).resolve(`${name}/package.json`), 'utf8'),
    ) as Manifest
  ).version;
