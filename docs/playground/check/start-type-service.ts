import { wrap, type Remote } from 'comlink';
import type { TypeService } from './type-service.ts';

/** The compiler behind a worker: every answer is a promise. */
export type RemoteTypeService = Remote<TypeService>;

/** Starts the compiler; answers once it is ready. Rejects where it cannot be loaded. */
export function startTypeService(): Promise<RemoteTypeService> {
  const worker = new Worker(new URL('./type-worker.ts', import.meta.url), { type: 'module' });
  const service = wrap<TypeService>(worker);
  return new Promise((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      reject(new Error(message));
    });
    service.check('').then(() => resolve(service), reject);
  });
}
