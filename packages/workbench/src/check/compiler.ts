// How the compiler checks Actions, in a process, in an editor and in a page: its settings, and which of its errors are
// findings.

/** The types that every Action has without an import, besides Node's. */
export const globalTypes = '@signup-actions/types/globals';

/** The compiler's options, but for `types`. No `dom`, whose `Event` would replace that of {@link globalTypes}. */
export const typeOptions = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'preserve',
  moduleResolution: 'bundler',
  // Every Action is a module of its own, even one that exports nothing yet.
  moduleDetection: 'force',
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  // Mistakes about the event and the api show only under strict rules; what these three rules find besides is up to
  // the author.
  strict: true,
  noImplicitAny: false,
  noImplicitThis: false,
  useUnknownInCatchVariables: false,
} as const;

/** Errors of the compiler that are not errors on the platform. */
const ignoredCodes: ReadonlySet<string> = new Set([
  // A module that is not found or has no types: dependencies are installed on the platform, not here.
  'TS2307',
  'TS7016',
  // A return at the top: the platform runs CommonJS, which allows it.
  'TS1108',
]);

/** Whether the compiler's error of this code is a finding. */
export const isTypeFinding = (code: string): boolean => !ignoredCodes.has(code);

/** The first sentence of a compiler error; if our types give a reason, that reason. */
export function toFindingMessage(error: string): string {
  const reason = /NotAllowed<"(?<reason>(?:[^"\\]|\\.)*)">/.exec(error)?.groups?.['reason'];
  const [first = error] = error.split(/\r?\n/);
  const sentence =
    reason === undefined ? first : `This is not allowed: ${JSON.parse(`"${reason}"`)}`;
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
