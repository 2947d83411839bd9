import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  platform: 'neutral',
  dts: { generator: 'oxc' },
  // Editors read them in the declarations; a run would only skip them.
  outputOptions: { comments: { jsdoc: false } },
});
