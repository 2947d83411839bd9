import type { Manifest } from './manifest.ts';

/** A test runner for which `init` can write tests. */
export type RunnerName = 'vitest' | 'jest' | 'node:test' | 'mocha' | 'ava' | 'bun' | 'deno';

/** A statement that imports or requires a module. Names can be renamed: `a as b`. */
export interface Import {
  readonly from: string;
  readonly names?: readonly string[];
  readonly default?: string;
}

/** How the tests of a runner are written and run. */
export interface Runner {
  readonly name: RunnerName;
  /** The command line, which begins with the runner's package unless the runtime has the runner. */
  readonly command: readonly string[];
  readonly isPackage: boolean;
  /** The script of the project that has to run it instead. */
  readonly script?: string;
  /** What a test imports from the runner. */
  readonly imports: Import;
  /** The entry of the kit with its matchers, which has their types too; absent if this runner has none. */
  readonly matchers?: string;
  /** Whether tests use `require`. */
  readonly isRequired: boolean;
  /** Whether it loads an Action from a `.js` file although package.json says `"type": "module"`. */
  readonly isLenient: boolean;
  /** Whether it takes any file in a folder of tests, so that a command has to name ours. */
  readonly isGreedy: boolean;
}

/** How tests are written for a runner in the project of this `package.json`. */
export function toRunner(name: RunnerName, manifest: Manifest): Runner {
  const isModule = manifest.type === 'module';
  const plain = { name, isPackage: true, isRequired: false, isLenient: false, isGreedy: false };
  const matchers = '@signup-actions/testing/jest';
  switch (name) {
    case 'vitest':
      return {
        ...plain,
        command: ['vitest', 'run'],
        imports: { from: 'vitest', names: ['expect', 'it'] },
        matchers: '@signup-actions/testing/vitest',
        isLenient: true,
      };
    case 'jest': {
      // Without this flag of Node, Jest turns every module into CommonJS.
      const native = Object.entries(manifest.scripts ?? {}).find(([, command]) =>
        command.includes('--experimental-vm-modules'),
      );
      return {
        ...plain,
        command: ['jest'],
        ...(native && { script: native[0] }),
        imports: { from: '@jest/globals', names: ['expect', 'it'] },
        matchers,
        isRequired: !(isModule && native),
        isLenient: !native,
      };
    }
    case 'bun':
      return {
        ...plain,
        command: ['bun', 'test'],
        isPackage: false,
        imports: { from: 'bun:test', names: ['expect', 'it'] },
        matchers,
        isLenient: true,
      };
    case 'ava':
      return {
        ...plain,
        command: ['ava'],
        imports: { from: 'ava', default: 'test' },
        isGreedy: true,
      };
    case 'mocha':
      return {
        ...plain,
        command: ['mocha'],
        imports: { from: 'mocha', names: ['it'] },
        // Mocha loads changed files again only if they were required.
        isRequired: !isModule,
        isGreedy: true,
      };
    case 'deno':
      return {
        ...plain,
        // The kit looks for a debugger, which Deno must permit.
        command: ['deno', 'test', '--allow-all'],
        isPackage: false,
        imports: { from: 'node:test', names: ['it'] },
      };
    case 'node:test':
      return {
        ...plain,
        command: ['node', '--test'],
        isPackage: false,
        imports: { from: 'node:test', names: ['it'] },
        isRequired: !isModule,
        isGreedy: true,
      };
  }
}
