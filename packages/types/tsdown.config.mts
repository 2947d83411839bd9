import { defineConfig, type UserConfig } from 'tsdown';

const common = {
  format: 'cjs',
  fixedExtension: false,
  dts: { generator: 'oxc' },
  exports: { devExports: '@signup-actions/source' },
} satisfies UserConfig;

export default defineConfig([
  { ...common, entry: ['src/index.ts'], copy: { from: '../../SECURITY.md', to: '.' } },
  // A separate build that leaves `./index.js` as an import: otherwise the bundler would move the types into
  // a third file that `dist/index.d.ts` re-exports.
  { ...common, entry: ['src/v1.ts'], clean: false, deps: { neverBundle: ['./index.js'] } },
  // Bundlers write modules, and this one has to stay a script.
  {
    ...common,
    entry: ['src/globals.ts'],
    clean: false,
    dts: false,
    copy: [{ from: 'src/globals.ts', to: 'dist', rename: 'globals.d.ts' }],
  },
]);
