import { setOwn } from '../data/set-own.ts';

/** A secret that was given to an Action. */
export interface NamedSecret {
  readonly name: string;
  readonly value: string;
}

/** Finds the values of some secrets, and takes them out. */
export interface SecretSearch {
  /** The name of a secret whose value stands in some text of plain data. */
  readonly findIn: (data: unknown) => string | undefined;
  /** The text with `[secret NAME]` in place of each value. */
  readonly redact: (text: string) => string;
  /** Plain data with every text in it redacted, keys included. */
  readonly redactData: <Data>(data: Data) => Data;
}

/** Shorter values would turn up by chance inside other words: they count where they are the whole text. */
const minLengthInsideText = 6;

/** A search for the values of `secrets`. */
export function createSecretSearch(secrets: readonly NamedSecret[]): SecretSearch {
  const names = new Map<string, string>();
  for (const { name, value } of secrets) {
    // As it is, and as it stands in quotes.
    for (const form of [JSON.stringify(value).slice(1, -1), value]) names.set(form, name);
  }
  names.delete('');
  const values = toSearched([...names.keys()]);
  const find = (text: string): string | undefined =>
    names.get(text) ?? names.get(values.find((value) => text.includes(value)) ?? '');
  const findIn = (data: unknown): string | undefined => {
    if (names.size === 0) return undefined;
    let found: string | undefined;
    mapTexts(data, (text) => {
      found ??= find(text);
      return text;
    });
    return found;
  };
  const toMark = (value: string): string => `[secret ${names.get(value)}]`;
  const redact = (text: string): string => {
    if (names.has(text)) return toMark(text);
    return replaceAll(text, values, toMark);
  };
  return {
    findIn,
    redact,
    redactData: (data) => (names.size === 0 ? data : mapTexts(data, redact)),
  };
}

/** The longest first: a secret that contains another is found whole. */
const toSearched = (values: readonly string[]): readonly string[] =>
  values
    .filter(({ length }) => length >= minLengthInsideText)
    .toSorted((a, b) => b.length - a.length);

/** Replaces what comes first, and of what begins there the first of `values`. No expression is too large for it. */
function replaceAll(
  text: string,
  values: readonly string[],
  replace: (value: string) => string,
): string {
  const places = values.map((value) => text.indexOf(value));
  let replaced = '';
  let done = 0;
  for (;;) {
    const place = Math.min(...places.filter((at) => at !== -1));
    if (place === Infinity) return replaced + text.slice(done);
    const value = values[places.indexOf(place)] ?? '';
    replaced += text.slice(done, place) + replace(value);
    done = place + value.length;
    for (const [index, at] of places.entries()) {
      if (at !== -1 && at < done) places[index] = text.indexOf(values[index] ?? '', done);
    }
  }
}

function mapTexts<Data>(data: Data, map: (text: string) => string): Data {
  if (typeof data === 'string') return map(data) as Data;
  if (Array.isArray(data)) return data.map((item: unknown) => mapTexts(item, map)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  const mapped: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(data)) setOwn(mapped, map(key), mapTexts(part, map));
  return mapped as Data;
}
