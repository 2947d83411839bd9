import { defineConfig } from 'vitest/config';
import { packagesFromSources } from '../../vitest.sources.ts';

export default defineConfig({
  ...packagesFromSources,
  test: {
    include: ['scripts/mutation/all.test.ts'],
    testTimeout: 10_000,
    setupFiles: ['scripts/mutation/fast-check.setup.ts'],
  },
});
