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

/** The error for a mark without a value in something that is bound. */
export const explainMark = (file: string, mark: string): string =>
  `Failed to read ${file}: the mark ${mark} has no value.\nGive it one under AUTH0_KEYWORD_REPLACE_MAPPINGS in the config.json of the deploy tool, which --config FILE names, or with --env-file FILE.`;
