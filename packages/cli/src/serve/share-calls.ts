/**
 * Calls that are made while another one runs share the next one. So the result of each call began after it was asked for,
 * and many callers at the same time cost two calls.
 */
export function shareCalls<Result>(call: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Result> | undefined;
  const begin = (): Promise<Result> => {
    next = undefined;
    const begun = call();
    running = begun;
    return begun;
  };
  return () => (next ??= running.then(begin, begin));
}
