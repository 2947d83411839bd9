import { describe } from 'vitest';

// All tests as one file: Vitest starts a worker for each, and every mutant would wait for twenty of them.
const modules = import.meta.glob([
  '../../packages/{runtime-core,testing}/{src,test}/**/*.test.ts',
  '!**/node_modules/**',
  '!**/test/{jest,platforms}/**',
  '!**/purity.test.ts',
]);
for (const [file, load] of Object.entries(modules)) describe(file, async () => void (await load()));
