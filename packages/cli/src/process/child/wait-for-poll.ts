import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
let onMessage = (): void => {};
port1.on('message', () => {
  // It keeps the process alive only while somebody waits.
  port1.unref();
  onMessage();
});
port1.unref();

/**
 * Waits for the phase of the event loop in which Node polls for what has come from outside. A flow that begins there, warm
 * or not, has as many turns as any other until its work is looked at.
 */
export const waitForPoll = (): Promise<void> =>
  new Promise((resolve) => {
    onMessage = resolve;
    port1.ref();
    port2.postMessage(undefined);
  });
