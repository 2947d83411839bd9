/** Replaces the code between two offsets by a string. */
export type Edit = readonly [start: number, end: number, text: string];

/** Applies edits, which are in order and do not overlap. */
export const applyEdits = (source: string, edits: readonly Edit[]): string =>
  edits.reduceRight(
    (code, [start, end, text]) => code.slice(0, start) + text + code.slice(end),
    source,
  );

/** The offset in the source; for one within the string of an edit, the place of the edit. */
export function toOriginal(offset: number, edits: readonly Edit[]): number {
  let original = offset;
  let inserted = 0;
  for (const [start, end, text] of edits) {
    const at = start + inserted;
    if (offset < at) break;
    if (offset < at + text.length) return start;
    inserted += text.length - (end - start);
    original = offset - inserted;
  }
  return original;
}

/** The edit whose string an offset in the edited source is in. */
export function editAt(offset: number, edits: readonly Edit[]): Edit | undefined {
  let inserted = 0;
  return edits.find(([start, end, text]) => {
    const at = start + inserted;
    inserted += text.length - (end - start);
    return offset >= at && offset < at + text.length;
  });
}
