/** What the compiler says and the platform does not. */
const noMistakes: ReadonlySet<string> = new Set([
  // A module that cannot be found, or has no types: dependencies are installed on the platform, and not here.
  'TS2307',
  'TS7016',
  // A return at the top: the platform runs CommonJS, which may.
  'TS1108',
]);

/** Whether what the compiler says under this code is a mistake of the Action. */
export const isMistake = (code: string): boolean => !noMistakes.has(code);

/** The first sentence of what the compiler says; where our types say why, that reason. */
export function toSentence(message: string): string {
  const because = /NotAllowed<"(?<because>(?:[^"\\]|\\.)*)">/.exec(message)?.groups?.['because'];
  const [first = message] = message.split(/\r?\n/);
  const sentence =
    because === undefined ? first : `This is not allowed: ${JSON.parse(`"${because}"`)}`;
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
