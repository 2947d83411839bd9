/**
 * Waits in real time, whatever a runner does to the timers: the timer of an abort signal is the platform's
 * own. It does not keep the process alive, so an open message channel does.
 */
export const realDelay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const { port1 } = new MessageChannel();
    port1.addEventListener('message', () => {});
    port1.start();
    AbortSignal.timeout(ms).addEventListener('abort', () => {
      port1.close();
      resolve();
    });
  });
