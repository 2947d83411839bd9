import type { z } from 'zod';
import { findNearName } from '../near-name.ts';
import { isJsonObject, parseJson, parseYaml, UsageError, type JsonObject } from '../files/index.ts';
import { isYaml } from './case-files.ts';
import { caseSchema, toJsonSchema, type SignupCase } from './case-schema.ts';

/** Parses a case. Throws a {@link UsageError} that names the first mistake. */
export async function parseCase(text: string, file: string): Promise<SignupCase> {
  const data: unknown = isYaml(file) ? await parseYaml(text, file) : parseJson(text, file);
  const { data: parsed, error } = caseSchema.safeParse(data);
  const [issue] = error?.issues ?? [];
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
  const [broken] = listBrokenPatterns(found);
  if (broken !== undefined) fail(`${JSON.stringify(broken)} is not a regular expression.`);
  if (parts.some((part) => part && Object.keys(part).length === 0)) {
    fail(
      'an expectation is empty, which any outcome meets.\nRemove it and run the tests with --update to write one.',
    );
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
function explain(issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? 'the file' : formatPath(issue.path);
  if (issue.code !== 'unrecognized_keys') {
    return `${where} ${issue.message.startsWith('must') ? issue.message : `is not valid: ${issue.message}`}.`;
  }
  const [key = ''] = issue.keys;
  const known = listFields(issue.path);
  const near = findNearName(key, known);
  return `${where} has no field ${key}.${near === undefined ? `\nThe fields there are ${known.join(', ')}.` : ` Did you mean ${near}?`}`;
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
  return isJsonObject(schema['properties']) ? Object.keys(schema['properties']) : [];
}
