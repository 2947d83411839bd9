import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

// Every test as one file: Vitest starts a worker for each file, and each mistake would wait for thirty.
const root = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync('packages/{runtime-core,testing}/{src,test}/**/*.test.ts', {
  cwd: root,
  exclude: [
    '**/test/{jest,platforms}/**',
    // They are about the text of the sources, and about counterexamples.
    '**/{purity,arbitraries}.test.ts',
    '**/testing/src/contracts/**',
  ],
});

/** Laws take their time: whatever a rule's own test notices does not get as far. */
const isLaw = (file: string): number => Number(file.includes('/laws/'));

describe.each(files.toSorted((a, b) => isLaw(a) - isLaw(b)))('%s', async (file) => {
  await import(`${root}${file}`);
});
