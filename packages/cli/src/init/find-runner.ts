import type { Manifest } from './read-manifest.ts';

/** A test runner that the kit works in. */
export type Runner = 'vitest' | 'jest' | 'node:test';

/** How each runner is called. */
export const runnerCommands = {
  vitest: ['vitest', 'run'],
  jest: ['jest'],
  'node:test': ['node', '--test'],
} as const satisfies Record<Runner, readonly string[]>;

/**
 * The runner that a project uses, by its package.json; absent where it shows none. A test script says more
 * than a dependency, which may be left from earlier days.
 */
export function findRunner({ scripts, ...manifest }: Manifest): Runner | undefined {
  const script = scripts?.['test'] ?? '';
  const named = /\b(?<runner>vitest|jest)\b|\bnode\b.*--test\b/.exec(script);
  if (named) return (named.groups?.['runner'] as Runner | undefined) ?? 'node:test';
  const installed = { ...manifest.dependencies, ...manifest.devDependencies };
  return (['vitest', 'jest'] as const).find((runner) => runner in installed);
}
