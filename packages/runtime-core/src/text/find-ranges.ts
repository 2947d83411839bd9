/** A value to find, and the distance at which it can overlap itself. */
export interface Pattern {
  readonly value: string;
  /** The smallest number of characters after which the value repeats itself; its length if it does not. */
  readonly period: number;
}

/** A part of a string, and the value that begins it. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Prepares a value for {@link findRanges}. */
export function toPattern(value: string): Pattern {
  // For each prefix, the length of the longest part that both begins and ends it.
  const borders = [0];
  for (let index = 1, border = 0; index < value.length; index += 1) {
    while (border > 0 && value[index] !== value[border]) border = borders[border - 1] as number;
    if (value[index] === value[border]) border += 1;
    borders.push(border);
  }
  return { value, period: value.length - (borders.at(-1) as number) };
}

/**
 * The parts of a string that any of the values covers, from left to right; values that overlap make one part.
 * Takes linear time, also for values that repeat themselves. Builds no RegExp, so it works for any number of values.
 */
export function findRanges(text: string, patterns: readonly Pattern[]): readonly Range[] {
  const found = patterns.flatMap((pattern) => findPattern(text, pattern));
  const merged: Range[] = [];
  for (const range of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (!last || range.start >= last.end) merged.push(range);
    else if (range.end > last.end) merged[merged.length - 1] = { ...last, end: range.end };
  }
  return merged;
}

function findPattern(text: string, { value, period }: Pattern): Range[] {
  const ranges: Range[] = [];
  let start = text.indexOf(value);
  while (start !== -1) {
    let end = start + value.length;
    // Where the text goes on repeating itself, so do the occurrences.
    if (period < value.length) {
      let repeated = end;
      while (repeated < text.length && text[repeated] === text[repeated - period]) repeated += 1;
      end += Math.floor((repeated - end) / period) * period;
    }
    ranges.push({ start, end, value });
    start = text.indexOf(value, end - value.length + 1);
  }
  return ranges;
}
