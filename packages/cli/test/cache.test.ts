import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const count = action(
  "const n = Number(api.cache.get('n')?.value ?? 0) + 1; api.cache.set('n', String(n)); console.log(`number ${n}`);",
);
const run = (folder: string, ...args: readonly string[]): Done =>
  signupActions(folder, 'run', 'count.js', '--cache', 'cache.json', ...args);

it('a cache file keeps the cache between runs, for its owner alone', () => {
  const folder = createFolder({ 'count.js': count });

  expect(run(folder).stdout).toContain('│ number 1');
  expect(run(folder).stdout).toContain('│ number 2');
  expect(signupActions(folder, 'run', 'count.js').stdout).toContain('│ number 1');
  expect(statSync(join(folder, 'cache.json')).mode & 0o777).toBe(0o600);
});

it('what a refusal and a failure have written is kept (C9)', () => {
  const folder = createFolder({ 'count.js': `${count.slice(0, -4)} throw new Error('no');\n};\n` });

  expect(run(folder)).toMatchObject({ status: 3 });
  expect(run(folder).stdout).toContain('│ number 2');
});

it.each([
  ['text', 'not JSON'],
  ['a list', '[]'],
  ['a list of nothing known', '{"tenant":{"version":1,"records":[["n",1]]}}'],
  ['the cache of another version', '{"tenant":{"version":2,"records":[]}}'],
  ['nothing', ''],
])('a broken cache file is left as it is: %s', (_, text) => {
  const folder = createFolder({ 'count.js': count });
  writeFileSync(join(folder, 'cache.json'), text);

  const { status, stdout, stderr } = run(folder);

  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('Failed to read ~/cache.json: it is no cache');
  expect(readFileSync(join(folder, 'cache.json'), 'utf8')).toBe(text);
});

it('a cache file that cannot be written stops the run before it starts', () => {
  const folder = createFolder({ 'count.js': count });

  expect(signupActions(folder, 'run', 'count.js', '--cache', 'gone/cache.json'))
    .toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to keep a cache in ~/gone/cache.json: its folder is not there, or cannot be written to.
      ",
        "stdout": "",
      }
    `);
});
