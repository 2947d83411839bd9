import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts'],
  // Better Auth has no CommonJS form.
  format: 'esm',
  platform: 'neutral',
  copy: { from: '../../SECURITY.md', to: '.' },
  dts: { generator: 'oxc' },
  exports: { devExports: '@signup-actions/source' },
  // Editors read them in the declarations; a run would only skip them.
  outputOptions: { comments: { jsdoc: false } },
});
