import type { Secrets } from '@signup-actions/types';
import { mapStrings } from '../data/map-strings.ts';
import { toText } from './describe.ts';
import { findRanges, toPattern } from './find-ranges.ts';
import { minLengthInsideText, toSecretForms } from './secret-forms.ts';

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
  /** Plain data with every string in it redacted, keys included, and every number that is a secret. */
  readonly redactData: <Data>(data: Data) => Data;
}

/** What has secrets: an Action, with those of the Actions modules that it requires. */
interface SecretOwner {
  readonly secrets?: Secrets;
  readonly moduleSecrets?: Readonly<Record<string, Secrets>>;
}

/**
 * The secrets of all Actions of a flow and of their modules, for code that prints its outcome. Those of a module have its
 * name before their own: `team-helpers.API_KEY`.
 *
 * @internal
 */
export const collectSecrets = (actions: readonly SecretOwner[]): readonly NamedSecret[] =>
  Object.freeze(
    actions.flatMap(({ secrets = {}, moduleSecrets = {} }) => [
      ...toNamed(secrets),
      ...Object.entries(moduleSecrets).flatMap(([module, own]) => toNamed(own, `${module}.`)),
    ]),
  );

const toNamed = (secrets: Secrets, prefix = ''): readonly NamedSecret[] =>
  Object.entries(secrets).map(([name, value]) => ({ name: prefix + name, value: toText(value) }));

/** The secrets of a flow are searched for wherever its outcome is shown. */
const searches = new WeakMap<readonly NamedSecret[], SecretSearch>();

/** The next flow of a host usually has the same secrets, in a list of its own. */
let latest: { readonly secrets: readonly NamedSecret[]; readonly search: SecretSearch } | undefined;

/**
 * Returns a search for the values of `secrets`, in linear time; the same one for the same list if that is frozen.
 *
 * @internal
 */
export function createSecretSearch(secrets: readonly NamedSecret[]): SecretSearch {
  if (secrets.length === 0) return findNothing;
  const search = searches.get(secrets) ?? findLatest(secrets) ?? prepareLatest(secrets);
  // A list that can still change is searched for as it is now.
  if (Object.isFrozen(secrets)) searches.set(secrets, search);
  return search;
}

function findLatest(secrets: readonly NamedSecret[]): SecretSearch | undefined {
  if (secrets.length !== latest?.secrets.length) return undefined;
  const isLatest = latest.secrets.every(
    ({ name, value }, index) => secrets[index]?.name === name && secrets[index].value === value,
  );
  return isLatest ? latest.search : undefined;
}

function prepareLatest(secrets: readonly NamedSecret[]): SecretSearch {
  // A copy: the caller may change its list.
  const copy = secrets.map(({ name, value }) => ({ name, value }));
  latest = { secrets: copy, search: prepareSearch(copy) };
  return latest.search;
}

const findNothing: SecretSearch = {
  findIn: () => undefined,
  redact: (text) => text,
  redactData: (data) => data,
};

function prepareSearch(secrets: readonly NamedSecret[]): SecretSearch {
  const names = new Map<string, string>();
  const numbers = new Map<number, string>();
  for (const { name, value } of secrets) {
    for (const form of toSecretForms(value)) if (!names.has(form)) names.set(form, name);
    if (value.trim() !== '' && Number.isFinite(Number(value))) numbers.set(Number(value), name);
  }
  // The value itself outweighs what is only a form of another one.
  for (const { name, value } of secrets) names.set(value, name);
  names.delete('');
  const patterns = [...names.keys()]
    .filter(({ length }) => length >= minLengthInsideText)
    .map(toPattern);

  const findIn = (data: unknown): string | undefined => {
    let found: string | undefined;
    const look = (text: string): string => {
      found ??=
        names.get(text) ?? names.get(patterns.find((p) => text.includes(p.value))?.value ?? '');
      return text;
    };
    if (names.size > 0) mapStrings(data, look);
    return found;
  };
  const redact = (text: string): string => {
    const whole = names.get(text);
    return whole === undefined ? replaceValues(text) : toMark(whole);
  };
  const replaceValues = (text: string): string => {
    let replaced = '';
    let done = 0;
    for (const { start, end, value } of findRanges(text, patterns)) {
      replaced += text.slice(done, start) + toMark(names.get(value));
      done = end;
    }
    return replaced + text.slice(done);
  };
  const redactNumber = (number: number): unknown => {
    const name = numbers.get(number);
    return name === undefined ? number : toMark(name);
  };
  return {
    findIn,
    redact,
    redactData: (data) => (names.size === 0 ? data : mapStrings(data, redact, redactNumber)),
  };
}

/**
 * Returns a string with `[secret NAME]` instead of the value of each secret, for what is not in an outcome, such as
 * the output of Actions. Values of 6 characters or more are found anywhere, shorter ones only as the whole string.
 *
 * @example
 * ```ts
 * console.log(redactText('sent sk-4711', [{ name: 'API_KEY', value: 'sk-4711' }]));
 * ```
 */
export const redactText = (text: string, secrets: readonly NamedSecret[]): string =>
  createSecretSearch(secrets).redact(text);

const toMark = (name: string | undefined): string => `[secret ${name}]`;
