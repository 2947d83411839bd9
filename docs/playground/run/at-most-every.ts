/** Runs something soon after it was asked for, however often that is, and never twice within `ms`. */
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
