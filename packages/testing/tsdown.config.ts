import { defineConfig } from 'tsdown';

const shared = {
  platform: 'neutral',
  dts: { generator: 'oxc' },
  exports: { devExports: '@signup-actions/source' },
  // Editors read them in the declarations; a run would only skip them.
  outputOptions: { comments: { jsdoc: false } },
} as const;

export default defineConfig([
  // In one file, since every file that is imported costs a test run a millisecond.
  { ...shared, entry: ['src/index.ts'], format: ['esm', 'cjs'] },
  {
    ...shared,
    entry: ['src/matchers.ts', 'src/jest.ts', 'src/fast-check.ts'],
    format: ['esm', 'cjs'],
    clean: false,
  },
  // Vitest has no CommonJS form.
  { ...shared, entry: ['src/vitest.ts'], format: 'esm', clean: false },
]);
