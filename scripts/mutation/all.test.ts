import { describe } from 'vitest';

// Every test as one file: Vitest starts a worker for each file, and each mistake would wait for thirty.
const files = import.meta.glob([
  '../../packages/{runtime-core,testing}/{src,test}/**/*.test.ts',
  '!**/test/{jest,platforms}/**',
  // They are about the text of the sources, the size of what comes in, and counterexamples.
  '!**/{purity,large-input,arbitraries}.test.ts',
  '!**/testing/src/contracts/**',
]);

/** What tries many examples or large ones runs last: what a rule's own test notices does not get there. */
const isSlow = (file: string): number => Number(/\/(laws|data|hostile-input)\b/.test(file));

for (const file of Object.keys(files).toSorted((a, b) => isSlow(a) - isSlow(b))) {
  describe(file, async () => void (await files[file]?.()));
}
