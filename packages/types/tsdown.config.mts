import { defineConfig, type UserConfig } from 'tsdown';

const common = {
  format: 'cjs',
  fixedExtension: false,
  dts: { generator: 'oxc' },
  exports: { devExports: '@signup-actions/source' },
} satisfies UserConfig;

export default defineConfig([
  { ...common, entry: ['src/index.ts'] },
  // A build of its own, and a path that it leaves alone: otherwise the bundler would move the types into
  // a third file, and `dist/index.d.ts` would only point there.
  {
    ...common,
    entry: ['src/v1.ts', 'src/globals.ts'],
    clean: false,
    deps: { neverBundle: ['./index.js'] },
  },
]);
