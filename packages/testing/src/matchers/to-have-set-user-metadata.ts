import type { MatcherContext, MatcherResult } from './context.ts';
import { matchMetadata } from './match-metadata.ts';

/** Whether the Actions have set this property of `user_metadata`, and to this value where it is given. */
export function toHaveSetUserMetadata(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  return matchMetadata(this, 'UserMetadata', received, args);
}
