import { globSync } from 'node:fs';
import { describe } from 'vitest';

// Every test as one file: Vitest starts a worker for each file, and each mistake would wait for thirty.
const files = globSync('packages/{runtime-core,testing}/{src,test}/**/*.test.ts', {
  exclude: [
    '**/test/{jest,platforms}/**',
    // They are about the text of the sources, the size of what comes in, and counterexamples.
    '**/{purity,large-input,arbitraries}.test.ts',
    'packages/testing/src/contracts/**',
  ],
});

/** What tries many examples runs last: what a rule's own test notices does not get there. */
const isSlow = (file: string): number => Number(/\/(laws|data)\//.test(file));

for (const file of files.toSorted((a, b) => isSlow(a) - isSlow(b) || a.localeCompare(b))) {
  describe(file, async () => void (await import(`../../${file}`)));
}
