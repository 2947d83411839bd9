import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import type { Row } from '../row.ts';

export const sizeRows: readonly Row[] = [
  {
    name: 'what createRuntime pulls in, minified, brotli',
    unit: 'bytes',
    limit: 6_000,
    measure: () => measureSize("export { createRuntime } from '@signup-actions/runtime-core';"),
  },
  {
    name: 'all of runtime-core, minified, brotli',
    unit: 'bytes',
    limit: 8_000,
    measure: () => measureSize("export * from '@signup-actions/runtime-core';"),
  },
];

/** Size of what a bundler makes of a program. */
async function measureSize(program: string): Promise<number> {
  const entry = 'virtual:entry';
  const bundle = await rolldown({
    input: entry,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    plugins: [
      {
        name: 'entry',
        resolveId: (id) =>
          id === entry ? { id: fileURLToPath(import.meta.url) + '.entry.js' } : null,
        load: (id) => (id.endsWith('.entry.js') ? program : null),
      },
    ],
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  return brotliCompressSync(output[0].code).length;
}
