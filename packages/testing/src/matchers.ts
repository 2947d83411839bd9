export * from './matchers/call-lists.ts';
export * from './matchers/calls.ts';
export * from './matchers/changes.ts';
export * from './matchers/created-user.ts';
export * from './matchers/logged.ts';
export type { Matcher, MatcherContext, MatcherResult } from './matchers/matcher.ts';
export * from './matchers/outcomes.ts';
export * from './matchers/refusals.ts';
export type {
  AsymmetricMatcher,
  Expected,
  ExpectedCall,
  ExpectedUser,
  FirstOf,
  LeadingArgs,
  SignupMatchers,
} from './matchers/signup-matchers.ts';
