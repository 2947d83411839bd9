import type { SecretSearch } from '@signup-actions/runtime-core/internal';
import { isJsonObject } from '../files/json.ts';

/**
 * An expectation without the values of secrets: a string that contains one becomes a pattern for what is around it, and
 * what has one in its name, or is one as a number, is left out.
 */
export function hideSecrets(expected: unknown, search: SecretSearch): unknown {
  if (typeof expected === 'string') {
    const redacted = search.redact(expected);
    return redacted === expected ? expected : { matching: toPattern(redacted) };
  }
  if (Array.isArray(expected)) return expected.map((part) => hideSecrets(part, search));
  if (!isJsonObject(expected)) return expected;
  const isHidden = ([key, part]: readonly [string, unknown]): boolean =>
    search.findIn(key) !== undefined ||
    (typeof part === 'number' && search.redactData(part) !== part);
  return Object.fromEntries(
    Object.entries(expected)
      .filter((entry) => !isHidden(entry))
      .map(([key, part]) => [key, hideSecrets(part, search)]),
  );
}

/** The regular expression of a string in which marks stand for secrets. */
const toPattern = (redacted: string): string =>
  `^${redacted
    .split(/\[secret [^\]]*\]/)
    .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join('[^]+')}$`;
