import { fileURLToPath } from 'node:url';

/** What the tests of an Action are run with. */
export type Column = 'default' | 'strict' | 'hand-made';

interface Setting {
  /** The setup file of Vitest. */
  readonly setupFile: string;
  /** A test or a setting of the project, for this column. */
  readonly adapt: (text: string) => string;
}

const handMade = fileURLToPath(new URL('hand-made.ts', import.meta.url));

/** The columns of the table. The projects' own settings are strict. */
export const columns: Readonly<Record<Column, Setting>> = {
  default: {
    setupFile: '@signup-actions/testing/vitest',
    adapt: (text) => text.replaceAll(/(vitest|jest)-strict/g, '$1'),
  },
  strict: { setupFile: '@signup-actions/testing/vitest-strict', adapt: (text) => text },
  'hand-made': {
    setupFile: handMade,
    adapt: (text) =>
      text.replaceAll(/'@signup-actions\/testing(?:\/vitest-strict)?'/g, `'${handMade}'`),
  },
};
