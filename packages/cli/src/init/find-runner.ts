import { dirname, join } from 'node:path';
import { exists } from '../files/find-files.ts';
import { readManifest, type Manifest } from './manifest.ts';
import type { ExistingTest } from './read-tests.ts';
import type { RunnerName } from './runner.ts';

/** The runner of a project, and what `init` has to do about it. */
export interface FoundRunner {
  readonly name: RunnerName;
  /** Whether nothing in the project names a runner. */
  readonly isNew: boolean;
  /** Whether `init` has to add it: copied tests may import a runner that is not installed. */
  readonly isMissing: boolean;
}

/**
 * Finds the test runner of a folder: what its `package.json`, its tests and the files of its runtime say, then the
 * `package.json` above it. If there are only tests of a runner that is not known here, Node's own disturbs none of
 * them. If there are no tests, the new runner is Vitest: the kit's matchers show what the Action called.
 */
export async function findRunner(
  folder: string,
  manifest: Manifest,
  tests: readonly ExistingTest[],
): Promise<FoundRunner> {
  const above = await readManifestAbove(folder);
  const found =
    fromManifest(manifest) ??
    fromTests(tests) ??
    (await fromRuntime(folder)) ??
    fromManifest(above);
  const name = found ?? (tests.length > 0 ? 'node:test' : 'vitest');
  const isInstalled = [manifest, above].some((each) => 'vitest' in listInstalled(each));
  return { name, isNew: found === undefined, isMissing: name === 'vitest' && !isInstalled };
}

const listInstalled = ({ dependencies, devDependencies }: Manifest): object => ({
  ...dependencies,
  ...devDependencies,
});

/** How each runner shows in a command line, in the dependencies and in a test. */
const traces: readonly {
  readonly name: RunnerName;
  readonly command: RegExp;
  readonly package?: string;
  readonly test: RegExp;
}[] = [
  { name: 'vitest', command: /\bvitest\b/, package: 'vitest', test: /['"]vitest['"]/ },
  {
    name: 'jest',
    command: /\bjest\b|\breact-scripts test\b/,
    package: 'jest',
    test: /['"]@jest\/globals['"]|\bjest\.\w+\(/,
  },
  { name: 'mocha', command: /\bmocha\b/, package: 'mocha', test: /['"]mocha['"]/ },
  { name: 'ava', command: /\bava\b/, package: 'ava', test: /['"]ava['"]/ },
  { name: 'bun', command: /\bbun\b.* test\b|\bbun test\b/, test: /['"]bun:test['"]/ },
  { name: 'deno', command: /\bdeno test\b/, test: /\bDeno\.test\b/ },
  { name: 'node:test', command: /\b(node|tsx)\b.*--test\b/, test: /['"]node:test['"]/ },
];

/** A script counts more than a dependency, which may be left over from earlier. */
function fromManifest({ scripts = {}, ...manifest }: Manifest): RunnerName | undefined {
  const names = Object.keys(scripts).filter((name) => /^test\b/.test(name));
  const installed = listInstalled(manifest);
  for (const name of names.toSorted()) {
    const found = traces.find(({ command }) => command.test(scripts[name] ?? ''));
    if (found) return found.name;
  }
  return traces.find(({ package: name }) => name !== undefined && name in installed)?.name;
}

const fromTests = (tests: readonly ExistingTest[]): RunnerName | undefined =>
  traces.find((trace) => tests.some(({ text }) => trace.test.test(text)))?.name;

async function fromRuntime(folder: string): Promise<RunnerName | undefined> {
  const files = {
    deno: ['deno.json', 'deno.jsonc', 'deno.lock'],
    bun: ['bun.lock', 'bun.lockb', 'bunfig.toml'],
  } as const;
  for (const [runner, names] of Object.entries(files)) {
    for (const name of names) if (await exists(join(folder, name))) return runner as RunnerName;
  }
  return undefined;
}

/** The nearest `package.json` above a folder, in the same repository. */
async function readManifestAbove(folder: string): Promise<Manifest> {
  for (let below = folder, above = dirname(folder); above !== below;) {
    if (await exists(join(below, '.git'))) return {};
    const found = await readManifest(join(above, 'package.json'));
    if (found) return found.manifest;
    [below, above] = [above, dirname(above)];
  }
  return {};
}
