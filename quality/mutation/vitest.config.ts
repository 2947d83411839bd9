import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { packagesFromSources } from '../../vitest.sources.ts';

// Stryker runs a copy whose `node_modules` lead back to the original: the copy's packages are named by path.
const packages = fileURLToPath(new URL('../../packages/', import.meta.url));

export default defineConfig({
  ...packagesFromSources,
  resolve: {
    ...packagesFromSources.resolve,
    alias: [
      {
        find: /^@signup-actions\/(runtime-core|testing)$/,
        replacement: `${packages}$1/src/index.ts`,
      },
      {
        find: /^@signup-actions\/(runtime-core|testing)\/([\w-]+)$/,
        replacement: `${packages}$1/src/$2.ts`,
      },
    ],
  },
  test: {
    include: ['quality/mutation/all.test.ts'],
    testTimeout: 10_000,
    setupFiles: ['packages/testing/src/vitest.ts', 'quality/mutation/fast-check.setup.ts'],
  },
});
