import { dirname, join, posix } from 'node:path';
import { exists } from '../files/find-files.ts';
import type { NearbyAction } from './find-actions.ts';
import { formatFlowTest, formatTest } from './format-test.ts';
import type { Project } from './read-project.ts';
import type { Step } from './step.ts';

/** A test to write, unless there is one. */
interface WantedTest {
  readonly name: string;
  readonly subject: string;
  readonly actions: readonly NearbyAction[];
  /** What a test of the same subject contains. */
  readonly trace: RegExp;
  readonly format: (path: string) => string;
}

/** Plans a first test of each Action, and one of the exported flow. The runner cannot load the `misread` Actions. */
export async function planTests(
  project: Project,
  misread: readonly NearbyAction[],
): Promise<readonly Step[]> {
  const kitTests = project.tests.filter(({ text }) => text.includes('@signup-actions/testing'));
  // Ours are not for the runner of these: a new runner keeps away from them.
  const foreign = project.isNewRunner ? /^/ : /['"]@playwright\/test['"]/;
  const own = project.tests.filter(({ text }) => !foreign.test(text)).map(({ path }) => path);
  const toPath = await choosePlace(project, own);
  const steps = new Map<string, Step>();
  for (const wanted of listWantedTests(project)) {
    const path = toPath(wanted.name);
    const tested = kitTests.find(({ text }) => wanted.trace.test(text));
    const unloadable = wanted.actions.find((action) => misread.includes(action));
    const unknown = wanted.actions
      .flatMap(({ modules }) => modules)
      .find((module) => module.path === undefined);
    if (tested) {
      steps.set(tested.path, {
        path: tested.path,
        type: 'leave',
        note: 'unchanged: it uses the kit',
      });
    } else if (await exists(join(project.folder, path))) {
      steps.set(path, { path, type: 'leave', note: 'unchanged: a file of this name exists' });
    } else if (unknown) {
      const note = `not created: it requires actions:${unknown.name}, whose file is not known here; load it with loadAction: ${modulesGuide}`;
      steps.set(path, { path, type: 'omit', note });
    } else if (unloadable) {
      const note = `not created: ${unloadable.path} is CommonJS, but package.json says "type": "module"; move the Actions into a folder of their own and run this again`;
      steps.set(path, { path, type: 'omit', note });
    } else {
      const note = `created: a first test of ${wanted.subject}`;
      steps.set(path, { path, type: 'create', text: wanted.format(path), note });
    }
  }
  return [...steps.values()];
}

const modulesGuide =
  'https://signup-actions.github.io/signup-actions/testing-recipes#actions-modules';

function listWantedTests({ actions, flow, runner }: Project): readonly WantedTest[] {
  // Two files can hold the same Action: its source and what was deployed. The deployed one comes first.
  const distinct = new Map(actions.toReversed().map((action) => [action.name, action]));
  const ofActions = actions
    .filter((action) => distinct.get(action.name) === action)
    .map((action) => ({
      name: toFileName(action.name),
      subject: action.name,
      actions: [action],
      trace: toWord(action.name),
      format: (path: string) => formatTest(action, path, runner),
    }));
  const ofFlow = {
    name: 'flow',
    subject: 'the flow',
    actions: flow?.actions ?? [],
    trace: /\brunFlow\b/,
    format: (path: string) => formatFlowTest(ofFlow.actions, path, runner),
  };
  const all = ofFlow.actions.length > 1 ? [...ofActions, ofFlow] : ofActions;
  return all.map((wanted, index) => {
    const same = all.slice(0, index).filter(({ name }) => name === wanted.name).length;
    return same === 0 ? wanted : { ...wanted, name: `${wanted.name}-${same + 1}` };
  });
}

/** The name of a file for what is called so. */
export const toFileName = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^-|-$/g, '') || 'action';

/** Finds a name as a whole word: `tag` neither in `tag-plan` nor in `stage`. */
const toWord = (name: string): RegExp =>
  new RegExp(`(?<![\\w-])${name.replaceAll(/[^\w-]/g, '\\$&')}(?![\\w-])`);

/** Where the project has its tests, and how it calls them: there the runner finds ours too. */
async function choosePlace(
  { folder, runner, manifest }: Project,
  existing: readonly string[],
): Promise<(name: string) => string> {
  let tests = findCommonest(existing.map(dirname)) ?? 'test';
  for (const candidate of ['__tests__', 'tests', 'test']) {
    if (await exists(join(folder, candidate))) tests = candidate;
  }
  const isSpec = existing.length > 0 && existing.every((path) => path.includes('.spec.'));
  // `.mjs` is an ES module whatever package.json says.
  const isOwnSyntax = runner.isRequired || manifest.type === 'module';
  const ending = `${isSpec ? 'spec' : 'test'}.${isOwnSyntax ? 'js' : 'mjs'}`;
  return (name) => posix.join(tests, `${name}.${ending}`);
}

function findCommonest(values: readonly string[]): string | undefined {
  const count = (value: string): number => values.filter((other) => other === value).length;
  return values.toSorted((first, second) => count(second) - count(first))[0];
}
