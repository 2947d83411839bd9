import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { createSummaryReporter } from './scripts/summary-reporter.ts';
import { packagesFromSources } from './vitest.sources.ts';

/** Tests that need more than this repository: each is a project, with a command that sets its switch. */
const optIn = {
  platforms: ['{examples,packages/{cli,hooks,runtime-core}}/test/platforms/**/*.test.ts'],
  playground: ['docs/{playground/test,test/site}/**/*.test.ts'],
  cluster: ['examples/better-auth/test/{cache-store,cluster}*.test.ts'],
};
/** Tests that start processes or read the build. Everything else is a unit test. */
const inProcesses = [
  'packages/{cli,types}/test/**/*.test.ts',
  'docs/{test,snippets/{ci,start}}/**/*.test.ts',
  // Loads PostgreSQL.
  'docs/snippets/hosts/create-postgres-store.test.ts',
  'examples/**/*.test.ts',
  'quality/{corpus,release}/**/*.test.ts',
];
/** Tests that make their whole process strict. */
const strict = ['docs/recipes/**/*.test.ts'];
const excluded = [...configDefaults.exclude, '**/test/jest/**', 'examples/jest-typescript/**'];

export default defineConfig({
  ...packagesFromSources,
  test: {
    // Vitest's default leaves one core to itself, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    // A busy machine takes its time to start a process.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // So does a browser.
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', createSummaryReporter(Object.keys(optIn))],
    // Every line and branch of the engine (`pnpm coverage`).
    coverage: {
      include: ['packages/runtime-core/src/**'],
      exclude: ['**/*.test.ts'],
      reporter: [['text', { skipFull: true }]],
      reportsDirectory: '.reports/coverage',
      thresholds: { 100: true, perFile: true },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Nothing here leaves a trace in its process, so files share the modules that they import.
          isolate: false,
          setupFiles: 'packages/testing/src/vitest.ts',
          include: [
            'packages/*/{src,test}/**/*.test.ts',
            'docs/**/*.test.ts',
            'quality/{fuzz,planted,prose}/**/*.test.ts',
          ],
          exclude: [...excluded, ...inProcesses, ...strict, ...Object.values(optIn).flat()],
        },
      },
      { extends: true, test: { name: 'strict', isolate: false, include: strict } },
      {
        extends: true,
        test: {
          name: 'process',
          include: inProcesses,
          exclude: [...excluded, ...optIn.cluster, ...optIn.platforms, ...optIn.playground],
          sequence: { groupOrder: 1 },
        },
      },
      ...Object.entries(optIn).map(([name, include]) => ({
        extends: true as const,
        test: {
          name,
          include,
          globalSetup: 'scripts/install-parts.ts',
          // One at a time: each file keeps the machine busy.
          maxWorkers: 1,
          isolate: false,
          sequence: { groupOrder: 2 },
        },
      })),
    ],
  },
});
