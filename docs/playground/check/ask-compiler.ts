import ts from 'typescript-js';

/** A finding about types, from one offset to another. */
export interface TypeFinding {
  readonly from: number;
  readonly to: number;
  /** One sentence. */
  readonly message: string;
  /** The compiler's code, such as `TS2339`. */
  readonly rule: string;
}

/** The completions at an offset. */
export interface Completions {
  /** Start of the word that is being typed. */
  readonly from: number;
  readonly options: readonly { readonly label: string; readonly kind: string }[];
}

/** The explanation of a name. */
export interface Hint {
  readonly from: number;
  readonly to: number;
  readonly signature: string;
  readonly documentation: string;
}

/** Completes at an offset of a file of the compiler; `before` is what the visitor has typed up to there. */
export function completeAt(
  service: ts.LanguageService,
  file: string,
  { at, before }: { readonly at: number; readonly before: string },
): Completions | undefined {
  const found = service.getCompletionsAtPosition(file, at, {});
  if (!found) return undefined;
  const [word = ''] = /[\w$]*$/.exec(before) ?? [];
  return {
    from: before.length - word.length,
    options: found.entries
      // Words that the compiler only guesses do not help.
      .filter(({ kind }) => kind !== ts.ScriptElementKind.warning)
      .map(({ name, kind }) => ({ label: name, kind })),
  };
}

/** Explains the name at an offset of a file of the compiler; `toOriginal` converts offsets to those of the visitor. */
export function explainAt(
  service: ts.LanguageService,
  file: string,
  { at, toOriginal }: { readonly at: number; readonly toOriginal: (offset: number) => number },
): Hint | undefined {
  const hint = service.getQuickInfoAtPosition(file, at);
  if (!hint) return undefined;
  const { start, length } = hint.textSpan;
  return {
    from: toOriginal(start),
    to: toOriginal(start + length),
    signature: ts.displayPartsToString(hint.displayParts),
    documentation: ts.displayPartsToString(hint.documentation),
  };
}
