import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    bin: 'src/bin.ts',
    child: 'src/process/child/child.ts',
    watchdog: 'src/process/child/watchdog.ts',
  },
  format: 'esm',
  platform: 'node',
  fixedExtension: false,
  dts: false,
  copy: { from: '../../SECURITY.md', to: '.' },
  outputOptions: {
    // One chunk for everything that commands share, and one for the parser, which only two of them load.
    codeSplitting: {
      groups: [
        { name: 'parser', test: /workbench\/src\/node\// },
        { name: 'shared', test: /\/src\//, minShareCount: 2 },
      ],
    },
  },
});
