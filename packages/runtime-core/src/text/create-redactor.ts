/** A secret that was given to an Action. */
export interface NamedSecret {
  readonly name: string;
  readonly value: string;
}

/** Shorter values would turn up by chance inside other words. */
const minLengthInsideText = 6;

/** Answers a function that puts `[secret NAME]` in place of each secret's value in a text. */
export function createRedactor(secrets: readonly NamedSecret[]): (text: string) => string {
  const names = new Map(
    secrets.filter(({ value }) => value !== '').map(({ name, value }) => [value, name]),
  );
  // The longest first: a secret that contains another is hidden whole.
  const inside = [...names.keys()]
    .filter((value) => value.length >= minLengthInsideText)
    .toSorted((a, b) => b.length - a.length);
  const pattern =
    inside.length > 0 ? new RegExp(inside.map(escapePattern).join('|'), 'g') : undefined;
  const toMark = (value: string): string => `[secret ${names.get(value)}]`;
  return (text) => {
    if (names.has(text)) return toMark(text);
    return pattern ? text.replace(pattern, toMark) : text;
  };
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
