import { AsyncLocalStorage } from 'node:async_hooks';

/** Name of the Action whose code is running, also in what it left to run later. */
export const runningAction: AsyncLocalStorage<string> = new AsyncLocalStorage();
