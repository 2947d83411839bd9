import fc from 'fast-check';

// Every mistake is tried with the same few examples, and the counterexample is not shrunk.
fc.configureGlobal({ seed: 1, numRuns: 20, endOnFailure: true });
