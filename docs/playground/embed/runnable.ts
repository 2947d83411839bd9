/** The mistakes that a page shows in a way that runs here. The others need a store, or a matcher of the kit. */
export const runnable: ReadonlySet<string> = new Set([
  'argument-not-a-string',
  'cache-default-lifetime',
  'call-after-refusal',
  'deny-without-user-message',
  'handler-not-async',
  'late-call',
  'metadata-not-json',
  'metadata-on-passwordless',
  'metadata-undefined',
  'secret-exposed',
  'user-id-on-non-database',
]);
