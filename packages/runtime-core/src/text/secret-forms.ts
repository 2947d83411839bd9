import { withoutControls } from './controls.ts';

/** Shorter values would match by chance inside other words: they are found only as a whole string. */
export const minLengthInsideText = 6;

/**
 * The strings that give a secret away: its value, the value without surrounding white space and without control
 * characters, each line of it, and each of these as it is inside quotes.
 */
export function toSecretForms(value: string): readonly string[] {
  const lines = value
    .split(/[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter(({ length }) => length >= minLengthInsideText);
  const bare = [value, value.trim(), ...withoutControls(value), ...lines];
  return [...new Set(bare.flatMap((form) => [form, ...toQuoted(form)]))];
}

/** A string inside quotes, as JSON and `util.inspect` write it. The latter prefers quotes that are not in the string. */
function toQuoted(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const plain = json
    .replaceAll(String.raw`\"`, '"')
    .replace(/\\u00(..)/g, (_, hex: string) => String.raw`\x${hex.toUpperCase()}`)
    // JSON leaves these as they are.
    .replace(
      /[\u007f-\u009f]/g,
      (one) => String.raw`\x${one.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  if (json === text && plain === text) return [];
  return [json, plain, plain.replaceAll("'", String.raw`\'`)];
}
