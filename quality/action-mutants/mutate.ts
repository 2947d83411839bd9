import { cacheKinds } from './kinds/cache.ts';
import { changeKinds } from './kinds/changes.ts';
import { eventKinds } from './kinds/event.ts';
import { flowKinds } from './kinds/flow.ts';
import type { Kind } from './kinds/kind.ts';
import { refusalKinds } from './kinds/refusals.ts';
import { parseAction } from './parse-action.ts';

/** A copy of an Action with one mistake in it. */
export interface Mutant {
  /** The name of its kind. */
  readonly kind: string;
  /** Line of the mistake in the original, from 1. */
  readonly line: number;
  /** What replaces the original source at that place, on one line. */
  readonly replacement: string;
  readonly source: string;
}

/** Every kind of mistake, in the order of the table. */
export const kinds: readonly Kind[] = [
  ...flowKinds,
  ...refusalKinds,
  ...changeKinds,
  ...cacheKinds,
  ...eventKinds,
];

/** Every mutant of an Action's source, by kind. */
export function mutate(file: string, text: string): readonly Mutant[] {
  const action = parseAction(file, text);
  return kinds.flatMap(({ name, findEdits }) =>
    findEdits(action).map(({ start, end, replacement }) => ({
      kind: name,
      line: text.slice(0, start).split('\n').length,
      replacement: replacement.trim().replaceAll(/\s+/g, ' '),
      source: text.slice(0, start) + replacement + text.slice(end),
    })),
  );
}
