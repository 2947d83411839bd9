import { patches } from './patches.ts';
import type { Patch } from './apply-patch.ts';
import { alwaysBugs } from './always-bugs.ts';
import { cacheBugs } from './cache-bugs.ts';
import { flowBugs } from './flow-bugs.ts';
import { metadataBugs } from './metadata-bugs.ts';
import { refusalBugs } from './refusal-bugs.ts';

/** Only the recorder's own fold is wrong there, which no flow shows: the law about it has that one. */
const lawBugs = patches.filter(({ law }) => law !== 'accumulator');

/** Every mistake that the flows must show. */
export const bugs: readonly Patch[] = [
  ...lawBugs,
  ...flowBugs,
  ...refusalBugs,
  ...metadataBugs,
  ...cacheBugs,
  ...alwaysBugs,
];

const numbered = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

/** Every rule of the contract. */
export const rules = [
  ...numbered('F', 14),
  ...numbered('R', 4),
  ...numbered('M', 11),
  'U1',
  ...numbered('C', 10),
];
