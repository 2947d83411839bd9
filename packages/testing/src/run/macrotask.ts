/**
 * One turn of the event loop: any chain of promises that is under way gets as far as it can. By a message
 * channel, since runners replace timers with ones that stand still.
 */
export const macrotask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
