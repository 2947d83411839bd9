import { expect, it } from 'vitest';
import { packageNames } from '../../scripts/release/package-names.js';
import { pack } from './pack.ts';

const toText = ({ files, kB }: ReturnType<typeof pack>): string =>
  [`${kB} kB`, ...files].join('\n');

const all = packageNames.map(pack);
const [types, core, testing, hooks, betterAuth, cli] = all;

it('types holds declarations, and modules that do nothing', () => {
  expect(toText(types!)).toMatchInlineSnapshot(`
    "50 kB
    LICENSE
    README.md
    SECURITY.md
    dist/globals.d.ts
    dist/globals.js
    dist/index.d.ts
    dist/index.js
    dist/module-globals.d.ts
    dist/module-globals.js
    dist/v1.d.ts
    dist/v1.js
    package.json"
  `);
});

it('runtime-core has a front door, a store for Redis and an internal entry, for import and for require', () => {
  expect(toText(core!)).toMatchInlineSnapshot(`
    "100 kB
    LICENSE
    README.md
    SECURITY.md
    dist/index-….d.cts
    dist/index-….d.ts
    dist/index.cjs
    dist/index.d.cts
    dist/index.d.ts
    dist/index.js
    dist/internal.cjs
    dist/internal.d.cts
    dist/internal.d.ts
    dist/internal.js
    dist/ports-….d.cts
    dist/ports-….d.ts
    dist/redis.cjs
    dist/redis.d.cts
    dist/redis.d.ts
    dist/redis.js
    dist/src-….cjs
    dist/src-….js
    package.json"
  `);
});

it('testing has a module for each entry', () => {
  expect(toText(testing!)).toMatchInlineSnapshot(`
    "200 kB
    LICENSE
    README.md
    SECURITY.md
    dist/contract-check-….cjs
    dist/contract-check-….js
    dist/contracts.cjs
    dist/contracts.d.cts
    dist/contracts.d.ts
    dist/contracts.js
    dist/fast-check.cjs
    dist/fast-check.d.cts
    dist/fast-check.d.ts
    dist/fast-check.js
    dist/host-laws-….cjs
    dist/host-laws-….js
    dist/index.cjs
    dist/index.d.cts
    dist/index.d.ts
    dist/index.js
    dist/internal.cjs
    dist/internal.d.cts
    dist/internal.d.ts
    dist/internal.js
    dist/jest-strict.cjs
    dist/jest-strict.d.cts
    dist/jest-strict.d.ts
    dist/jest-strict.js
    dist/jest.cjs
    dist/jest.d.cts
    dist/jest.d.ts
    dist/jest.js
    dist/matchers-….cjs
    dist/matchers-….js
    dist/matchers.cjs
    dist/matchers.d.cts
    dist/matchers.d.ts
    dist/matchers.js
    dist/node.cjs
    dist/node.d.cts
    dist/node.d.ts
    dist/node.js
    dist/rolldown-runtime-….js
    dist/signup-matchers-….d.cts
    dist/signup-matchers-….d.ts
    dist/vitest-strict.d.ts
    dist/vitest-strict.js
    dist/vitest-….d.ts
    dist/vitest.d.ts
    dist/vitest.js
    package.json"
  `);
});

it('hooks has a module for each platform', () => {
  expect(toText(hooks!)).toMatchInlineSnapshot(`
    "50 kB
    LICENSE
    README.md
    SECURITY.md
    dist/codec-….d.cts
    dist/codec-….d.ts
    dist/cognito.cjs
    dist/cognito.d.cts
    dist/cognito.d.ts
    dist/cognito.js
    dist/decide-….cjs
    dist/decide-….d.cts
    dist/decide-….d.ts
    dist/decide-….js
    dist/hook-errors-….cjs
    dist/hook-errors-….js
    dist/index.cjs
    dist/index.d.cts
    dist/index.d.ts
    dist/index.js
    dist/read-fields-….cjs
    dist/read-fields-….js
    dist/supabase.cjs
    dist/supabase.d.cts
    dist/supabase.d.ts
    dist/supabase.js
    dist/workos.cjs
    dist/workos.d.cts
    dist/workos.d.ts
    dist/workos.js
    package.json"
  `);
});

it('better-auth is one module', () => {
  expect(toText(betterAuth!)).toMatchInlineSnapshot(`
    "50 kB
    LICENSE
    README.md
    SECURITY.md
    dist/index.d.ts
    dist/index.js
    package.json"
  `);
});

it('the command line is a program and what it starts', () => {
  expect(toText(cli!)).toMatchInlineSnapshot(`
    "650 kB
    LICENSE
    README.md
    SECURITY.md
    dist/bin.cjs
    dist/check-declared-….cjs
    dist/check-isolation-….cjs
    dist/check-syntax-….cjs
    dist/check-….cjs
    dist/check-….cjs
    dist/child.cjs
    dist/commander-….cjs
    dist/detect-indent-….cjs
    dist/diff-….cjs
    dist/explore-….cjs
    dist/explorer.cjs
    dist/find-place-….cjs
    dist/fork-….cjs
    dist/format-comparison-….cjs
    dist/format-imports-….cjs
    dist/format-junit-….cjs
    dist/get-east-asian-width-….cjs
    dist/init-….cjs
    dist/internal-….cjs
    dist/lint-actions-….cjs
    dist/list-….cjs
    dist/main-….cjs
    dist/manifest-….cjs
    dist/mcp-….cjs
    dist/open-trace-….cjs
    dist/page/index.html
    dist/page/signup-actions/page.css
    dist/page/signup-actions/page.js
    dist/pages/contract.md
    dist/pages/diagnostics.md
    dist/paths-….cjs
    dist/platform-….cjs
    dist/protocol-….cjs
    dist/read-library-….cjs
    dist/rolldown-runtime-….cjs
    dist/run-….cjs
    dist/save-case-….cjs
    dist/serve-….cjs
    dist/server.cjs
    dist/server.d.cts
    dist/start-server-….cjs
    dist/string-width-….cjs
    dist/tenant-….cjs
    dist/terminal-link-….cjs
    dist/test-….cjs
    dist/update-case-….cjs
    dist/watch-run-….cjs
    dist/watch-test-….cjs
    dist/watch-….cjs
    dist/watchdog.cjs
    dist/wrap-ansi-….cjs
    package.json
    schema/signup-case.schema.json"
  `);
});

it.each(all)('$manifest.name says what a package has to say', ({ manifest }) => {
  expect(manifest).toMatchObject({
    license: 'MIT',
    engines: { node: expect.stringMatching(/^>=\d+\.\d+$/) },
    publishConfig: { access: 'public', provenance: true },
    repository: { directory: expect.stringContaining('packages/') },
  });
  // pnpm puts versions in the place of the workspace's own.
  expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:/);
});

it.each(all.filter((packed) => packed !== cli))(
  '$manifest.name runs on Node 20.19 and depends on its own scope alone',
  ({ manifest }) => {
    const { engines, dependencies = {} } = manifest as {
      engines: object;
      dependencies?: object;
    };

    expect(engines).toEqual({ node: '>=20.19' });
    for (const name of Object.keys(dependencies)) expect(name).toMatch(/^@signup-actions\//);
  },
);

it.each(all)('$manifest.name says what is a boundary', ({ files }) => {
  expect(files).toContain('SECURITY.md');
});
