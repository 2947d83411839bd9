/** What a runner hands to a matcher as `this`: the part that Vitest and Jest share. */
export interface MatcherContext {
  readonly isNot?: boolean | undefined;
  readonly equals: (actual: unknown, expected: unknown, customTesters?: never[]) => boolean;
  readonly customTesters?: readonly unknown[] | undefined;
}

/** What a matcher answers to its runner. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The runner's own equality, with the testers that the user has added. */
export const isEqual = (context: MatcherContext, actual: unknown, expected: unknown): boolean =>
  context.equals(actual, expected, [...(context.customTesters ?? [])] as never[]);
