import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

// Every test as one file: Vitest starts a worker for each file, and each mistake would wait for thirty.
const root = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync('packages/{runtime-core,testing}/{src,test}/**/*.test.ts', {
  cwd: root,
  exclude: [
    '**/test/{jest,platforms}/**',
    // They are about the text of the sources, the size of what comes in, counterexamples, and the site.
    '**/{purity,large-input,arbitraries,documented-mistakes}.test.ts',
    '**/testing/src/contracts/**',
  ],
});

/** What tries many examples runs last: what a rule's own test notices does not get there. */
const isSlow = (file: string): number => Number(/\/(laws|data)\//.test(file));

describe.each(files.toSorted((a, b) => isSlow(a) - isSlow(b)))('%s', async (file) => {
  await import(`${root}${file}`);
});
