/**
 * What the command line and the playground need of the kit besides the entries for tests. It has no stability guarantee, and no page in the
 * reference.
 *
 * @internal
 * @module
 */
export { toEvent, type DrawnSignup } from './explore/drawn-signup.ts';
export { toExploredSignup, toSignupParts } from './explore/explored-signup.ts';
export { writeTest } from './explore/write-test.ts';
export { toExampleSecret } from './explore/example-secret.ts';
export { findAnswer } from './explore/network-answer.ts';
export {
  createConnectionError,
  createResponse,
  type ServiceResponse,
} from './explore/service-response.ts';
export { findDifferences, formatDifference } from './matchers/compare.ts';
export { methodPaths } from './matchers/format-expected.ts';
export { findUndefinedTexts } from './run/find-undefined-texts.ts';
export { formatDiagnostics } from './mock/diagnostics-error.ts';
export { findCertainMistakes } from './watch/find-certain-mistakes.ts';
export type { Matcher, MatcherContext } from './matchers.ts';
export * as matchers from './matchers.ts';
