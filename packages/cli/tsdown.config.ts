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
    // One chunk for everything that commands share, and one for parsing and checking, which `run` seldom loads.
    codeSplitting: {
      groups: [
        // What the latter use and the former needs, too.
        {
          name: 'platform',
          test: /workbench\/src\/(platform\/|check\/findings\/finding)/,
          priority: 1,
        },
        { name: 'check', test: /workbench\/src\/(check|node)\// },
        { name: 'shared', test: /\/src\//, minShareCount: 2 },
      ],
    },
  },
});
