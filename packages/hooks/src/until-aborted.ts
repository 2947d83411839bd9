/** Resolves as `promise` does, or to what `onAbort` returns if `signal` aborts before. What `onAbort` throws rejects. */
export async function untilAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
  onAbort: () => Value,
): Promise<Value> {
  let stop = (): void => {};
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) resolve();
  });
  try {
    return await Promise.race([promise, aborted.then(onAbort)]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
