import { defineConfig } from 'vitest/config';
import { packagesFromSources } from './vitest.sources.ts';

export default defineConfig({
  ...packagesFromSources,
  test: {
    include: [
      'packages/*/{src,test}/**/*.test.ts',
      '{docs,examples}/**/*.test.ts',
      'quality/{fuzz,planted,release}/**/*.test.ts',
    ],
    // Some start processes, and a machine that is busy takes its time for that.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Every line and branch of the engine (`pnpm coverage`).
    coverage: {
      include: ['packages/runtime-core/src/**'],
      exclude: ['**/*.test.ts'],
      reporter: ['text', 'json-summary'],
      reportsDirectory: '.reports/coverage',
      thresholds: { 100: true },
    },
    exclude: ['**/node_modules/**', '**/test/jest/**', 'examples/jest-typescript/**'],
  },
});
