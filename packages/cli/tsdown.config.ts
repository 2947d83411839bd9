import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { bin: 'src/bin.ts', child: 'src/process/child/child.ts' },
  format: 'esm',
  platform: 'node',
  fixedExtension: false,
  dts: false,
});
