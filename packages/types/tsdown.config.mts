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
  // Bundlers write modules, and these have to stay scripts.
  ...['globals', 'module-globals'].map((name) => ({
    ...common,
    entry: [`src/${name}.ts`],
    clean: false,
    dts: false,
    copy: [{ from: `src/${name}.ts`, to: 'dist', rename: `${name}.d.ts` }],
  })),
]);
