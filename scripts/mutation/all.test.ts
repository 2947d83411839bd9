import { describe } from 'vitest';

// Every test as one file: Vitest starts a worker for each file, and each mistake would wait for thirty.
const files = import.meta.glob([
  '../../packages/{runtime-core,testing}/{src,test}/**/*.test.ts',
  '!**/test/{jest,platforms}/**',
  // They are about the text of the sources, and about counterexamples.
  '!**/{purity,arbitraries}.test.ts',
  '!**/testing/src/contracts/**',
]);

/** Laws take their time: whatever a rule's own test notices does not get as far. */
const isLaw = (file: string): number => Number(file.includes('/laws/'));

for (const file of Object.keys(files).toSorted((a, b) => isLaw(a) - isLaw(b))) {
  describe(file, async () => void (await files[file]?.()));
}
