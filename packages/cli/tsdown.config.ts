import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/bin.ts', 'src/child.ts'],
  format: 'esm',
  platform: 'node',
  fixedExtension: false,
  dts: false,
});
