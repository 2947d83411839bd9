import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const count = action(
  "const n = Number(api.cache.get('n')?.value ?? 0) + 1; api.cache.set('n', String(n)); console.log(`number ${n}`);",
);
const run = (folder: string, ...args: readonly string[]): Promise<Done> =>
  signupActions(folder, 'run', 'count.js', '--cache', 'cache.json', ...args);

describe.concurrent('a cache file', () => {
  it('keeps the cache between runs, and only its owner can read it', async ({ expect }) => {
    const folder = createFolder({ 'count.js': count });

    expect((await run(folder)).stdout).toContain('│ number 1');
    expect((await run(folder)).stdout).toContain('│ number 2');
    expect((await signupActions(folder, 'run', 'count.js')).stdout).toContain('│ number 1');
    expect(statSync(join(folder, 'cache.json')).mode & 0o777).toBe(0o600);
  });

  it('keeps what a failed Action has written (C9)', async ({ expect }) => {
    const failing = `${count.slice(0, -4)} throw new Error('no');\n};\n`;
    const folder = createFolder({ 'count.js': failing });

    expect(await run(folder)).toMatchObject({ status: 3 });
    expect((await run(folder)).stdout).toContain('│ number 2');
  });

  it.for([
    ['text', 'not JSON'],
    ['a list', '[]'],
    ['an unknown list', '{"tenant":{"version":1,"records":[["n",1]]}}'],
    ['the cache of another version', '{"tenant":{"version":2,"records":[]}}'],
    ['nothing', ''],
  ])('is not changed if it is broken: %s', async ([, text = ''], { expect }) => {
    const folder = createFolder({ 'count.js': count, 'cache.json': text });

    const { status, stdout, stderr } = await run(folder);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(
      'Failed to read ~/cache.json: it is not a cache file written by signup-actions and was not changed.',
    );
    expect(readFileSync(join(folder, 'cache.json'), 'utf8')).toBe(text);
  });

  it('stops the run before it starts if it cannot be written', async ({ expect }) => {
    const folder = createFolder({ 'count.js': count });

    expect(await signupActions(folder, 'run', 'count.js', '--cache', 'gone/cache.json'))
      .toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to keep the cache in ~/gone/cache.json: its folder does not exist or is not writable.
      ",
        "stdout": "",
      }
    `);
  });
});
