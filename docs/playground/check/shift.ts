import type { Edit } from '@signup-actions/workbench';

// Places in a text, and in the same text with annotations in it.

/** Where an offset of the text is once the annotations are in it: behind those that stand there. */
export function toAnnotated(offset: number, annotations: readonly Edit[]): number {
  let shifted = offset;
  for (const [start, end, text] of annotations) {
    if (start > offset) break;
    shifted += text.length - (Math.min(end, offset) - start);
  }
  return shifted;
}

/** Where an offset of the annotated text is in the text itself; within an annotation, where that stands. */
export function toOriginal(offset: number, annotations: readonly Edit[]): number {
  let original = offset;
  let inserted = 0;
  for (const [start, end, text] of annotations) {
    const at = start + inserted;
    if (offset < at) break;
    if (offset < at + text.length) return start;
    inserted += text.length - (end - start);
    original = offset - inserted;
  }
  return original;
}

/**
 * The annotations of a text, for the same text after an edit in one place: those before stay, those behind
 * move along, and those that the edit went through are dropped. So an unfinished line keeps its types.
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
    // What is typed where an annotation stands goes before it: most often that closes the handler.
    if (start >= before.length - tail) return [[start + moved, end + moved, text]];
    return end <= head ? [[start, end, text]] : [];
  });
}
