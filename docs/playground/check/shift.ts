import type { Edit } from '@signup-actions/workbench';

// Converts offsets between a source and the same source with annotations.

/** The offset in the annotated source: after annotations at the same place. */
export function toAnnotated(offset: number, annotations: readonly Edit[]): number {
  let shifted = offset;
  for (const [start, end, text] of annotations) {
    if (start > offset) break;
    shifted += text.length - (Math.min(end, offset) - start);
  }
  return shifted;
}

/**
 * Adapts annotations to an edit in one place of the source: those before it stay, those after it move, and those
 * in the edited part are dropped. This keeps the types while a line is unfinished.
 */
export function carryAnnotations(
  annotations: readonly Edit[],
  before: string,
  after: string,
): readonly Edit[] {
  const longest = Math.min(before.length, after.length);
  let head = 0;
  while (head < longest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < longest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const moved = after.length - before.length;
  return annotations.flatMap(([start, end, text]): readonly Edit[] => {
    // Text typed at an annotation goes before it: most often the annotation closes the handler.
    if (start >= before.length - tail) return [[start + moved, end + moved, text]];
    return end <= head ? [[start, end, text]] : [];
  });
}
