import { defineConfig } from 'tsdown';

/** Node starts a program sooner as CommonJS: of its own modules, it reads only what the program uses. */
const common = { format: 'cjs', platform: 'node' } as const;

const command = defineConfig({
  ...common,
  entry: { bin: 'src/bin.ts', server: 'src/server.ts' },
  dts: { generator: 'oxc', entry: ['src/server.ts'] },
  // Each file that a run loads takes time, and the default export of an ES module is not that of what `require` returns. The
  // others stay dependencies.
  deps: {
    alwaysBundle: [
      'commander',
      'detect-indent',
      'fastest-levenshtein',
      /^@signup-actions\/(runtime-core|testing)/,
    ],
    onlyBundle: false,
  },
  copy: [
    { from: '../../SECURITY.md', to: '.' },
    // The rules that `signup-actions mcp` explains.
    { from: ['../../docs/contract.md', '../../docs/diagnostics.md'], to: 'dist/pages' },
    // The page of `signup-actions serve`.
    { from: 'page/dist', to: 'dist', rename: 'page' },
  ],
  outputOptions: {
    // A chunk for what each command loads, one for what `run` loads too, and one for parsing and checking, which it seldom does.
    codeSplitting: {
      groups: [
        // The program checks the version of Node before it loads anything else.
        { name: 'manifest', test: /\/package\.json$/, priority: 4 },
        // What is deeper in the chain of imports has the higher priority: a group takes what its modules import.
        { name: 'fork', test: /\/src\/process\/(parent\/fork-child|protocol)/, priority: 3 },
        {
          name: 'platform',
          test: /workbench\/src\/(platform\/|near-name|check\/findings\/finding)/,
          priority: 2,
        },
        { name: 'check', test: /workbench\/src\/(check\/|node\/(?!lint))/, priority: 1 },
        { name: 'main', test: /\/src\/main\.ts$/, priority: 1 },
        { name: 'run', test: /\/src\/commands\/run\.ts$/ },
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
  // Finding packages takes time, and a run starts two processes. This one reads a file beside it, and few runs need it.
  deps: { neverBundle: [/^@mswjs\//], alwaysBundle: [/^(?!@mswjs\/)/], onlyBundle: false },
});

// The kit with fast-check, which no other process loads.
const explorer = defineConfig({ ...child, entry: { explorer: 'src/process/child/explorer.ts' } });

export default [command, child, explorer];
