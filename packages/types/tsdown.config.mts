import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts'],
  format: 'cjs',
  fixedExtension: false,
  dts: { generator: 'oxc' },
});
