import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    bin: 'src/bin.ts',
    server: 'src/server.ts',
    child: 'src/process/child/child.ts',
    watchdog: 'src/process/child/watchdog.ts',
  },
  format: 'esm',
  platform: 'node',
  fixedExtension: false,
  dts: { generator: 'oxc', entry: ['src/server.ts'] },
  copy: [
    { from: '../../SECURITY.md', to: '.' },
    // The rules that `signup-actions mcp` explains.
    { from: ['../../docs/contract.md', '../../docs/diagnostics.md'], to: 'dist/pages' },
  ],
  outputOptions: {
    // One chunk for everything that commands share, and one for parsing and checking, which `run` seldom loads.
    codeSplitting: {
      groups: [
        // What is deeper in the chain of imports has the higher priority: a group takes what its modules import.
        {
          name: 'platform',
          test: /workbench\/src\/(platform\/|check\/findings\/finding|check\/explain\/near-name)/,
          priority: 2,
        },
        { name: 'check', test: /workbench\/src\/(check\/(?!rules)|node\/(?!lint))/, priority: 1 },
        { name: 'lint', test: /workbench\/src\/(check\/rules|node\/lint)/ },
        // `run` checks only what an export declares, and code that does not load.
        { name: 'shared', test: /\/src\/(?!commands\/check|load\/check)/, minShareCount: 2 },
      ],
    },
  },
});
