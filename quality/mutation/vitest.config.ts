import { defineConfig } from 'vitest/config';
import { packagesFromSources } from '../../vitest.sources.ts';

export default defineConfig({
  ...packagesFromSources,
  test: {
    include: ['quality/mutation/all.test.ts'],
    testTimeout: 10_000,
    setupFiles: ['quality/mutation/fast-check.setup.ts'],
  },
});
