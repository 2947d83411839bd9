import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { patchSource } from './apply-patch.ts';
import { patches } from './patches.ts';
import { bugs } from './bugs.ts';

const sources = new URL('../../packages/runtime-core/src/', import.meta.url);

// Whoever edits the engine hears of it here, long before the hunt for the mistakes.
it.each([...new Set([...patches, ...bugs])])(
  'the engine still has the place for: $mistake',
  (patch) => {
    const source = readFileSync(new URL(patch.file, sources), 'utf8');
    expect(patchSource(source, patch)).not.toBe(source);
  },
);
