export type { MatcherContext, MatcherResult } from './matchers/context.ts';
export { toHaveDenied } from './matchers/to-have-denied.ts';
