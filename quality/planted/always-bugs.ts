import type { Patch } from './apply-patch.ts';

/** Mistakes in what holds of every flow. */
export const alwaysBugs: readonly Patch[] = [
  {
    mistake: 'run rejects for what an Action throws (never rejects)',
    file: 'errors.ts',
    find: '    // Its getters throw: what is left is that something was thrown.',
    replace: "    throw new Error('unreadable');",
  },
  {
    mistake: 'the outcome can be edited (frozen)',
    file: 'folds/to-outcome.ts',
    find: 'return Object.freeze(outcome);',
    replace: 'return outcome;',
  },
  {
    mistake: 'a value within the outcome can be edited (frozen)',
    file: 'data/plain-data.ts',
    find: 'return Object.freeze(data);',
    replace: 'return data;',
  },
  {
    mistake: 'the same script takes another time (determinism)',
    file: 'flow/run-actions.ts',
    find: 'Math.max(0, clock() - start)',
    replace: 'Math.random()',
  },
  {
    mistake: 'a secret is shown within a text (secrets)',
    file: 'text/secret-search.ts',
    find: 'const minLengthInsideText = 6;',
    replace: 'const minLengthInsideText = 60;',
  },
  {
    mistake: 'a secret is shown where it is in quotes (secrets)',
    file: 'text/secret-search.ts',
    find: '[JSON.stringify(value).slice(1, -1), value]',
    replace: '[value]',
  },
  {
    mistake: 'the rest of a longer secret is shown (secrets)',
    file: 'text/secret-search.ts',
    find: '.toSorted((a, b) => b.length - a.length)',
    replace: '.toSorted((a, b) => a.length - b.length)',
  },
  {
    mistake: 'JSON of an outcome shows secrets (secrets)',
    file: 'folds/to-outcome.ts',
    find: 'toJSON: { value: () => redact(outcome) }',
    replace: 'toJSON: { value: () => ({ ...outcome }) }',
  },
  {
    mistake: 'a flow that has failed is in the log as a success (log)',
    file: 'report/to-tenant-log.ts',
    find: "  type: 'fs',",
    replace: "  type: 'ss',",
  },
  {
    mistake: 'a host answers a failure with 200 (fail closed)',
    file: 'report/to-signup-response.ts',
    find: 'failed: 500 }',
    replace: 'failed: 200 }',
  },
];
