import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['scripts/mutation/all.test.ts'],
    testTimeout: 10_000,
    setupFiles: ['scripts/mutation/fast-check.setup.ts'],
  },
});
