import { isEqual, type MatcherContext } from './context.ts';

/** How many of the expected arguments a call has, counted up to the first that differs. */
export function countMatching(
  context: MatcherContext,
  args: readonly unknown[],
  expected: readonly unknown[],
): number {
  const miss = expected.findIndex(
    (argument, index) => index >= args.length || !isEqual(context, args[index], argument),
  );
  return miss < 0 ? expected.length : miss;
}
