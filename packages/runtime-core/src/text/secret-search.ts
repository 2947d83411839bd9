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
  const places = values.map((value) => ({ value, at: text.indexOf(value) }));
  let replaced = '';
  let done = 0;
  for (;;) {
    let first: (typeof places)[number] | undefined;
    for (const place of places) {
      if (place.at !== -1 && place.at < (first?.at ?? Infinity)) first = place;
    }
    if (!first) return replaced + text.slice(done);
    replaced += text.slice(done, first.at) + replace(first.value);
    done = first.at + first.value.length;
    for (const place of places) {
      if (place.at !== -1 && place.at < done) place.at = text.indexOf(place.value, done);
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
