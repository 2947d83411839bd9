/** A fresh worker for one run: whatever Actions do to it, the page and the next run are none the wiser. */
export const createWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'actions' });
