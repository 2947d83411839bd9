import { cacheMistakes } from './mistakes/cache.ts';
import { flowMistakes } from './mistakes/flow.ts';
import { metadataMistakes } from './mistakes/metadata.ts';
import { outcomeMistakes } from './mistakes/outcomes.ts';
import { refusalMistakes } from './mistakes/refusals.ts';
import type { PlantedMistake } from './planted-mistake.ts';

/** Every planted mistake, at least one for each rule and for each law. */
export const mistakes: readonly PlantedMistake[] = [
  ...flowMistakes,
  ...refusalMistakes,
  ...metadataMistakes,
  ...cacheMistakes,
  ...outcomeMistakes,
];
