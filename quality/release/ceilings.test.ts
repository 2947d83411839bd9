import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundle } from './bundle.ts';
import { ceilings } from './ceilings.ts';

it.each(ceilings)('$name stays under its ceiling', async ({ program, maxBytes }) => {
  expect(brotliCompressSync(await bundle(program)).length).toBeLessThanOrEqual(maxBytes);
});

it.each(ceilings)(
  '$name: the ceiling is at most a tenth too high',
  async ({ program, maxBytes }) => {
    expect(brotliCompressSync(await bundle(program)).length).toBeGreaterThan(maxBytes * 0.9);
  },
);
