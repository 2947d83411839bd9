/** Returns a function that calls `run` within `ms`, at most once per `ms` however often it is called. */
export function atMostEvery(ms: number, run: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      run();
    }, ms);
  };
}
