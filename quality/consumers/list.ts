import { runtimes } from '../../scripts/runtimes.ts';
import type { ManagerName } from './managers.ts';

/** A project of a user, and what it is installed with. */
export interface Consumer {
  readonly name: string;
  /** Its folder in `projects`. */
  readonly folder: string;
  /** By default npm. */
  readonly manager?: ManagerName;
  /** By default the Node of our own tools. */
  readonly node?: string;
  /** Versions of packages besides those that its manifest names. */
  readonly install?: Readonly<Record<string, string>>;
  /** Scripts that have to fail, and what they have to print. */
  readonly fails?: Readonly<Record<string, readonly string[]>>;
}

/** The oldest Node that the libraries support. */
const oldestNode = '20.19.5';
/** The oldest Node that the command line supports. */
const oldestCommandLineNode = '22.13.1';

/** The runner fails a test during which late work calls the api, and one that ignores a failed flow. */
const fails = { broken: ['Is an await missing?', 'did not look at the outcome', '2 fail'] };

/** Every project, with each version of its runner. */
export const consumers: readonly Consumer[] = [
  {
    name: 'jest 30',
    folder: 'jest',
    install: {
      jest: '~30.5.2',
      '@types/jest': '^30.0.0',
      'jest-environment-jsdom': '~30.5.2',
    },
    node: oldestNode,
    fails,
  },
  {
    name: 'jest 29',
    folder: 'jest',
    install: {
      jest: '~29.7.0',
      '@types/jest': '^29.5.0',
      'jest-environment-jsdom': '~29.7.0',
    },
    node: oldestNode,
    fails,
  },
  {
    name: 'vitest 3',
    folder: 'vitest',
    // Vitest 3.2 declares what later types of Chai declare too.
    install: { vitest: '~3.2.4', '@types/chai': '5.0.1' },
    node: oldestNode,
    fails,
  },
  { name: 'vitest 4', folder: 'vitest', install: { vitest: '~4.1.12' }, node: oldestNode, fails },
  { name: 'vitest 5', folder: 'vitest', install: { vitest: '~5.1.1' }, fails },
  ...['5.4', '5.9'].map((version) => ({
    name: `ts-jest, typescript ${version}`,
    folder: 'ts-jest',
    install: { typescript: `~${version}.0` },
    node: oldestNode,
  })),
  { name: 'mocha', folder: 'mocha' },
  { name: 'ava', folder: 'ava' },
  { name: 'node:test', folder: 'node-test', node: oldestNode },
  { name: 'bun', folder: 'bun', install: { bun: runtimes.bun }, fails },
  { name: 'deno', folder: 'deno', install: { deno: runtimes.deno } },
  { name: 'pnpm', folder: 'managed', manager: 'pnpm' },
  { name: 'yarn pnp', folder: 'managed', manager: 'yarn-pnp' },
  { name: 'yarn node-modules', folder: 'managed', manager: 'yarn-node-modules' },
  // With the library of one platform, and without that of the other.
  { name: 'hooks', folder: 'hooks', node: oldestNode },
  { name: 'hooks, WorkOS', folder: 'hooks-workos', node: oldestCommandLineNode },
  { name: 'better-auth', folder: 'better-auth', node: oldestNode },
  { name: 'better-auth, its command', folder: 'better-auth-command' },
  { name: 'command line, node 22.13', folder: 'command-line', node: oldestCommandLineNode },
  {
    name: 'command line, node 20',
    folder: 'command-line',
    node: oldestNode,
    fails: { test: ['needs Node'] },
  },
];
