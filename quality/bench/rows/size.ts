import { brotliCompressSync } from 'node:zlib';
import { bundle } from '../../release/bundle.ts';
import { ceilings } from '../../release/ceilings.ts';
import type { Row } from '../row.ts';

export const sizeRows: readonly Row[] = ceilings.map(({ name, program, maxBytes }) => ({
  name: `${name}, minified, brotli`,
  unit: 'bytes',
  limit: maxBytes,
  measure: async () => brotliCompressSync(await bundle(program)).length,
}));
