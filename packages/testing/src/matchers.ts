export * from './matchers/calls.ts';
export * from './matchers/changes.ts';
export type { Matcher, MatcherContext, MatcherResult } from './matchers/matcher.ts';
export * from './matchers/outcomes.ts';
export * from './matchers/refusals.ts';
