import type { z } from 'zod';
import { findNearName } from '../near-name.ts';
import { isJsonObject, parseJson, parseYaml, UsageError, type JsonObject } from '../files/index.ts';
import { isYaml } from './case-files.ts';
import { caseSchema, toJsonSchema, type SignupCase } from './case-schema.ts';

/** Parses a case. Throws a {@link UsageError} that names the first mistake. */
export async function parseCase(text: string, file: string): Promise<SignupCase> {
  const data: unknown = isYaml(file) ? await parseYaml(text, file) : parseJson(text, file);
  const { data: parsed, error } = caseSchema.safeParse(data);
  const issues = error?.issues ?? [];
  // Something is missing where it has another name.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue) throw new UsageError(`Failed to read ${file}: ${explain(issue)}`);
  const found = parsed as SignupCase;
  assertSense(found, file);
  return found;
}

/** What the schema cannot say: a field that would be ignored, and an expectation of nothing. */
function assertSense(found: SignupCase, file: string): void {
  const fail = (why: string): never => {
    throw new UsageError(`Failed to read ${file}: ${why}`);
  };
  const single = (['from', 'event', 'set', 'unset', 'expect'] as const).find(
    (name) => found.signups !== undefined && found[name] !== undefined,
  );
  if (single !== undefined) {
    fail(`a case has either ${single} or signups. Move ${single} into one of its signups.`);
  }
  const parts = [found, ...(found.signups ?? [])].flatMap(({ expect }) =>
    expect ? [expect, expect.refusal, expect.metadata] : [],
  );
  for (const [path, { respond }] of listRules(found)) {
    const headers = typeof respond === 'object' && 'headers' in respond ? respond.headers : {};
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (isHeader(name, value)) continue;
      fail(
        `${path}.respond.headers: ${JSON.stringify(name)} is not a header, or its value cannot be sent.`,
      );
    }
  }
  const [broken] = listBrokenPatterns(found);
  if (broken !== undefined) fail(`${JSON.stringify(broken)} is not a regular expression.`);
  if (parts.some((part) => part && Object.keys(part).length === 0)) {
    fail(
      'an expectation is empty, which any outcome meets.\nRemove it and run the tests with --update to write one.',
    );
  }
}

/** The rules for the network, each with its path. */
const listRules = ({ network = [], signups = [] }: SignupCase) => [
  ...network.map((rule, index) => [`network[${index}]`, rule] as const),
  ...signups.flatMap(({ network: own = [] }, at) =>
    own.map((rule, index) => [`signups[${at}].network[${index}]`, rule] as const),
  ),
];

function isHeader(name: string, value: string): boolean {
  try {
    return new Headers({ [name]: value }).has(name);
  } catch {
    return false;
  }
}

/** The values of `matching` that are not valid regular expressions. */
function listBrokenPatterns(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'matching' in value && typeof value.matching === 'string' ? value.matching : '';
  return [...(isRegExp(own) ? [] : [own]), ...Object.values(value).flatMap(listBrokenPatterns)];
}

function isRegExp(source: string): boolean {
  try {
    return new RegExp(source, 'u').unicode;
  } catch {
    return false;
  }
}

/** One sentence about the first mistake, with the name that was probably meant. */
function explain(found: z.core.$ZodIssue): string {
  const issue = findInUnion(found);
  const where = issue.path.length === 0 ? 'the file' : formatPath(issue.path);
  if (issue.code !== 'unrecognized_keys') return `${where} ${explainValue(issue)}.`;
  const [key = ''] = issue.keys;
  const known = listFields(issue.path);
  const near = findNearName(key, known);
  return `${where} has no field ${key}.${near === undefined ? `\nThe fields there are ${known.join(', ')}.` : ` Did you mean ${near}?`}`;
}

/** How types are called. */
const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  null: 'null',
  number: 'a number',
  int: 'a whole number',
  object: 'an object',
  record: 'an object',
  string: 'a string',
  tuple: 'a list',
  undefined: 'missing',
};

const toJson = (value: unknown): string => JSON.stringify(value) ?? String(value);

const formatOr = (values: readonly string[]): string =>
  [values.slice(0, -1).join(', '), ...values.slice(-1)].filter((text) => text !== '').join(' or ');

/** What a value must be, to end a sentence. */
function explainValue(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('must')) return issue.message;
  if (issue.code === 'invalid_value') return `must be ${formatOr(issue.values.map(toJson))}`;
  if (issue.code === 'too_small') {
    const { minimum, inclusive = true, origin } = issue;
    if (origin === 'array') return `must have at least ${minimum} item`;
    return `must be ${inclusive ? 'at least' : 'more than'} ${minimum}`;
  }
  const [, wanted = '', found = ''] =
    /^Invalid input: expected (\w+), received (\w+)$/.exec(issue.message) ?? [];
  const [wantedName, foundName] = [typeNames[wanted], typeNames[found]];
  if (wantedName === undefined || foundName === undefined) return `is not valid: ${issue.message}`;
  return `must be ${wantedName} but is ${foundName}`;
}

/** What is wrong with a value that would be one of several kinds if it did not have this mistake. */
function findInUnion(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const isInside = (issues: readonly z.core.$ZodIssue[]): boolean =>
    issues.every(({ path }) => path.length > 0);
  const isMisspelt = (issues: readonly z.core.$ZodIssue[]): boolean =>
    issues.some(
      (inner) =>
        inner.code === 'unrecognized_keys' &&
        inner.keys.some((key) => findNearName(key, listFields(issue.path)) !== undefined),
    );
  const nearest =
    issue.errors.find(isInside) ??
    issue.errors.find((issues) => issues.every(({ code }) => code === 'unrecognized_keys')) ??
    issue.errors.find(isMisspelt)?.filter(({ code }) => code === 'unrecognized_keys');
  const [inner] = nearest ?? [];
  return inner ? findInUnion({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}

const formatPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`,
    )
    .join('');

/** The fields that the schema has at a path. */
function listFields(path: readonly PropertyKey[]): readonly string[] {
  let schema = toJsonSchema() as JsonObject;
  for (const part of path) {
    const { properties, items, additionalProperties } = schema;
    const next =
      typeof part === 'number'
        ? items
        : isJsonObject(properties) && Object.hasOwn(properties, String(part))
          ? properties[String(part)]
          : additionalProperties;
    if (!isJsonObject(next)) return [];
    schema = next;
  }
  const kinds = Array.isArray(schema['anyOf'])
    ? (schema['anyOf'] as readonly JsonObject[])
    : [schema];
  return kinds.flatMap(({ properties }) =>
    isJsonObject(properties) ? Object.keys(properties) : [],
  );
}
