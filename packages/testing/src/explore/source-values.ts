import fc from 'fast-check';

/** Values that the source of a handler mentions: random ones would hardly ever meet its conditions. */
export interface SourceValues {
  readonly texts: readonly string[];
  /** One for each regular expression: strings that match it. */
  readonly matching: readonly fc.Arbitrary<string>[];
}

const maxValues = 20;
const longestText = 60;
const quoted = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g;
const expression =
  /[=(,:[!&|?;{}]\s*\/((?:[^/\\\n[*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)\/([a-z]*)/g;

/** Finds the strings and regular expressions in the source of a function. */
export function findSourceValues(handler: unknown): SourceValues {
  const source = typeof handler === 'function' ? Function.prototype.toString.call(handler) : '';
  const texts = [...source.matchAll(quoted)]
    .map(([, single, double]) => single ?? double ?? '')
    .filter((text) => text.length > 0 && text.length <= longestText && !text.includes('\\'));
  const matching = [...source.matchAll(expression)].flatMap(([, pattern = '', flags = '']) =>
    toMatching(pattern, flags),
  );
  return {
    texts: [...new Set(texts)].slice(0, maxValues),
    matching: matching.slice(0, maxValues),
  };
}

/** Nothing for what is not a regular expression, or uses what fast-check does not draw from. */
function toMatching(pattern: string, flags: string): readonly fc.Arbitrary<string>[] {
  try {
    const arbitrary = fc.stringMatching(new RegExp(pattern, flags), { maxLength: longestText });
    fc.sample(arbitrary, { numRuns: 1, seed: 0 });
    return [arbitrary];
  } catch {
    return [];
  }
}
