import type { Call } from '@signup-actions/runtime-core';
import { defineCallMatcher, whyUndone } from './match-calls.ts';
import type { Matcher } from './matcher.ts';

/** Whether the Actions have set a property of `user_metadata` in the end: the last call wins (M3). */
export const toHaveSetUserMetadata: Matcher = defineCallMatcher({
  matcher: 'toHaveSetUserMetadata',
  method: 'user.setUserMetadata',
  whyIgnored: whyMetadataUnchanged,
});

/** Whether the Actions have set a property of `app_metadata` in the end: the last call wins (M3). */
export const toHaveSetAppMetadata: Matcher = defineCallMatcher({
  matcher: 'toHaveSetAppMetadata',
  method: 'user.setAppMetadata',
  whyIgnored: whyMetadataUnchanged,
});

/** Whether the Actions have set this user id in the end (U1). */
export const toHaveSetUserId: Matcher = defineCallMatcher({
  matcher: 'toHaveSetUserId',
  method: 'user.setUserId',
  whyIgnored: (call, calls) => whyUndone(call, calls, ({ method }) => method === 'user.setUserId'),
});

/** Whether the Actions have left a record in the cache. */
export const toHaveCached: Matcher = defineCallMatcher({
  matcher: 'toHaveCached',
  method: 'cache.set',
  whyIgnored: (call, calls) =>
    whyUndone(
      call,
      calls,
      ({ method, args }) =>
        (method === 'cache.set' || method === 'cache.delete') && args[0] === call.args[0],
    ),
});

/** A value that has no JSON form is recorded as if it had not been passed, and changes nothing (M5). */
function whyMetadataUnchanged(call: Call, calls: readonly Call[]): string | undefined {
  if (call.args.length < 2) return 'changed nothing';
  return whyUndone(
    call,
    calls,
    ({ method, args }) => method === call.method && args.length === 2 && args[0] === call.args[0],
  );
}
