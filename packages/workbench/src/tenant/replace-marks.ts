import type { Marks } from './declared-tenant.ts';

/**
 * Replaces marks as the deploy tool does: `@@NAME@@`, with quotes around it or without, by the value as JSON, and
 * `##NAME##` by the value itself. Marks without a value stay.
 */
export function replaceMarks(text: string, marks: Marks): string {
  let replaced = text;
  // A function, since a value may contain `$&`.
  for (const [name, value] of Object.entries(marks)) {
    const mark = `@@${name}@@`;
    for (const written of [`'${mark}'`, `"${mark}"`, mark]) {
      replaced = replaced.replaceAll(written, () => JSON.stringify(value));
    }
  }
  for (const [name, value] of Object.entries(marks)) {
    replaced = replaced.replaceAll(`##${name}##`, () => String(value));
  }
  return replaced;
}

/** The marks in a string, each once. */
export const findMarks = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/(@@|##)[A-Za-z0-9_]+\1/g)].map(([mark]) => mark)),
];
