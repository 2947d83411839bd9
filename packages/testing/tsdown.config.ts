import { defineConfig } from 'tsdown';

const shared = {
  platform: 'neutral',
  dts: { generator: 'oxc' },
  exports: { devExports: '@signup-actions/source' },
  // Editors read them in the declarations; a run would only skip them.
  outputOptions: { comments: { jsdoc: false } },
} as const;

export default defineConfig([
  // In one file, since every file that is imported costs a test run a millisecond. For the same reason the kit
  // imports values only from the engine's internal entry, which has those of its front door too.
  {
    ...shared,
    entry: ['src/index.ts'],
    format: ['esm', 'cjs'],
    copy: { from: '../../SECURITY.md', to: '.' },
  },
  {
    ...shared,
    entry: ['src/matchers.ts', 'src/jest.ts', 'src/jest-strict.ts'],
    format: ['esm', 'cjs'],
    clean: false,
  },
  // The laws, which need fast-check, are a file of their own that the check of a host imports.
  { ...shared, entry: ['src/contracts.ts'], format: ['esm', 'cjs'], clean: false },
  // What reads files is for Node.
  {
    ...shared,
    platform: 'node',
    fixedExtension: false,
    entry: ['src/node.ts'],
    format: ['esm', 'cjs'],
    clean: false,
  },
  // Explores with what the other entries are made of, which would otherwise be split into more files.
  { ...shared, entry: ['src/fast-check.ts'], format: ['esm', 'cjs'], clean: false },
  // What the command line needs of the kit, in one file.
  { ...shared, entry: ['src/internal.ts'], format: ['esm', 'cjs'], clean: false },
  // Vitest has no CommonJS form.
  { ...shared, entry: ['src/vitest.ts', 'src/vitest-strict.ts'], format: 'esm', clean: false },
]);
