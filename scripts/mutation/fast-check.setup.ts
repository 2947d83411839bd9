import fc from 'fast-check';

// Every mutant meets the same examples, so that a run can be repeated.
fc.configureGlobal({ seed: 1, numRuns: 20 });
