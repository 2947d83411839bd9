// How the compiler checks Actions, in a process, in a page and in an author's editor.

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
  // Mistakes about the event and the api show only under strict rules, among them `noImplicitAny`: without it, a
  // variable that starts as `null` could never be anything else. What else they find is up to the author.
  strict: true,
  noImplicitThis: false,
  useUnknownInCatchVariables: false,
} as const;

/**
 * The options for an author's editor. It cannot leave out the errors of `noImplicitAny`, of which plain JavaScript has one
 * for each parameter without a type.
 */
export const editorOptions = { ...typeOptions, noImplicitAny: false } as const;
