/** Answers where the api is being called from, as the engine's port `callSite` wants it: `action-0.js:3:5`. */
export function callSite(): string | undefined {
  const { stackTraceLimit } = Error;
  // Not every engine has a limit; where there is one, the engine's own frames use most of it up.
  Error.stackTraceLimit = 50;
  const { stack = '' } = new Error('Where is this?');
  Error.stackTraceLimit = stackTraceLimit;
  return /\baction-\d+\.js:\d+:\d+/.exec(stack)?.[0];
}
