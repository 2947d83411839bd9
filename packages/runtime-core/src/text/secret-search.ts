import type { Secrets } from '@signup-actions/types';
import { setOwn } from '../data/plain-data.ts';
import { toText } from './describe.ts';

/** A secret of an Action. */
export interface NamedSecret {
  readonly name: string;
  readonly value: string;
}

/**
 * Finds the values of secrets, and replaces them.
 *
 * @internal
 */
export interface SecretSearch {
  /** The name of a secret whose value is in a string of this plain data; absent if none is. */
  readonly findIn: (data: unknown) => string | undefined;
  /** The string with `[secret NAME]` instead of each value. */
  readonly redact: (text: string) => string;
  /** Plain data with every string in it redacted, keys included. */
  readonly redactData: <Data>(data: Data) => Data;
}

/** Shorter values would match by chance inside other words: they are found only as a whole string. */
const minLengthInsideText = 6;

/**
 * The secrets of all Actions of a flow, for code that prints its outcome.
 *
 * @internal
 */
export const collectSecrets = (
  actions: readonly { readonly secrets?: Secrets }[],
): readonly NamedSecret[] =>
  actions.flatMap(({ secrets = {} }) =>
    Object.entries(secrets).map(([name, value]) => ({ name, value: toText(value) })),
  );

/**
 * Creates a search for the values of `secrets`.
 *
 * @internal
 */
export function createSecretSearch(secrets: readonly NamedSecret[]): SecretSearch {
  const names = new Map<string, string>();
  for (const { name, value } of secrets) {
    // As it is, and as it is inside quotes.
    for (const form of [JSON.stringify(value).slice(1, -1), value]) names.set(form, name);
  }
  names.delete('');
  const values = toSearched([...names.keys()]);
  const find = (text: string): string | undefined =>
    names.get(text) ?? names.get(values.find((value) => text.includes(value)) ?? '');
  const findIn = (data: unknown): string | undefined => {
    if (names.size === 0) return undefined;
    let found: string | undefined;
    mapStrings(data, (text) => {
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
    redactData: (data) => (names.size === 0 ? data : mapStrings(data, redact)),
  };
}

/**
 * Returns a string with `[secret NAME]` instead of the value of each secret, for what is not in an outcome, such as
 * the output of Actions. Values of 6 characters or more are found anywhere, shorter ones only as the whole string.
 *
 * @example
 * ```ts
 * logger.info(redactText(line, [{ name: 'API_KEY', value: apiKey }]));
 * ```
 */
export const redactText = (text: string, secrets: readonly NamedSecret[]): string =>
  createSecretSearch(secrets).redact(text);

/** Longest first: a secret that contains another is found whole. */
const toSearched = (values: readonly string[]): readonly string[] =>
  values
    .filter(({ length }) => length >= minLengthInsideText)
    .toSorted((a, b) => b.length - a.length);

/**
 * Replaces every match, leftmost first; ties go to the earlier value. Builds no RegExp, so it works for any number
 * of secrets.
 */
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

function mapStrings<Data>(data: Data, map: (text: string) => string): Data {
  if (typeof data === 'string') return map(data) as Data;
  if (Array.isArray(data)) return data.map((item: unknown) => mapStrings(item, map)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  const mapped: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(data)) setOwn(mapped, map(key), mapStrings(part, map));
  return mapped as Data;
}
