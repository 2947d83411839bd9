import { defineConfig } from 'tsdown';

const common = { format: 'esm', platform: 'node', fixedExtension: false } as const;

const command = defineConfig({
  ...common,
  entry: { bin: 'src/bin.ts', server: 'src/server.ts' },
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
          name: 'fork',
          test: /\/src\/(process\/(parent\/fork-child|protocol)|files\/(json|read-text)|usage-error)/,
          priority: 3,
        },
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

// What is not shared with the command is not loaded for each run: it has chunks of its own.
const child = defineConfig({
  ...common,
  entry: {
    child: 'src/process/child/child.ts',
    watchdog: 'src/process/child/watchdog.ts',
  },
  dts: false,
  clean: false,
  // Finding packages takes time, and a run starts two processes.
  deps: { alwaysBundle: [/./], onlyBundle: false },
});

export default [command, child];
