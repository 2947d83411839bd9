import { defineConfig } from 'tsdown';

const shared = { platform: 'neutral', dts: { generator: 'oxc' } } as const;

export default defineConfig([
  {
    ...shared,
    entry: ['src/index.ts', 'src/matchers.ts', 'src/jest.ts', 'src/fast-check.ts'],
    format: ['esm', 'cjs'],
  },
  // Vitest has no CommonJS form.
  { ...shared, entry: ['src/vitest.ts'], format: 'esm', clean: false },
]);
