import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Runner = 'vitest' | 'jest' | 'node';

/** A folder with Actions, and a test file for each. */
export interface Project {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Absolute: where the Actions and their tests find packages. */
  readonly modules: string;
  readonly runner: Runner;
}

/** An Action and its test. Paths are below the project's folder. */
export interface TestedAction {
  readonly project: Project;
  readonly name: string;
  readonly action: string;
  readonly test: string;
}

const runners: Readonly<Record<string, Runner>> = {
  'docs/recipes': 'vitest',
  'examples/vitest-javascript': 'vitest',
  'examples/jest-typescript': 'jest',
  'examples/node-test': 'node',
};

/** The recipes of the site, and the example project of each runner. */
export const projects: readonly Project[] = Object.entries(runners).map(([path, runner]) => ({
  name: basename(path),
  folder: `${root}${path}`,
  modules: `${root}${path === 'docs/recipes' ? 'docs' : path}/node_modules`,
  runner,
}));

/** Every Action of a project that has a test: `name.test.js` tests `name.js` or `actions/name.js`. */
export function findTestedActions(project: Project): readonly TestedAction[] {
  const { folder } = project;
  return globSync('*.test.{js,ts}', { cwd: folder })
    .toSorted()
    .map((test) => {
      const name = test.replace(/\.test\.[jt]s$/, '');
      const [action] = globSync(`{.,actions}/${name}.{js,cjs,ts}`, { cwd: folder });
      if (action === undefined) throw new Error(`${test} has no Action of that name.`);
      return { project, name: `${project.name}/${name}`, action, test };
    });
}

/** Settings that all tests of a project share. */
export const settingsOf = ({ folder, runner }: Project): readonly string[] =>
  globSync(`{package,tsconfig${runner === 'jest' ? ',*.config' : ''}}.{js,json}`, { cwd: folder });

/** The Action, the test, and what else of its project the test imports. */
export function filesOf({ project: { folder }, test, action }: TestedAction): readonly string[] {
  const text = readFileSync(`${folder}/${test}`, 'utf8');
  const others = globSync(['actions/*', '*.{js,json}'], { cwd: folder }).filter(
    (file) => file !== action && text.includes(`/${file.replace(/\.[cm]?[jt]s$/, '')}`),
  );
  return [test, action, ...others];
}
