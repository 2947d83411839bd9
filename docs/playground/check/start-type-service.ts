import { wrap, type Remote } from 'comlink';
import type { TypeService } from './type-service.ts';

/** The compiler behind a worker: every answer is a promise. */
export type RemoteTypeService = Remote<TypeService>;

/** A compiler that is on its way. */
export interface StartingTypeService {
  /** Answers once it is ready. Rejects where it cannot be loaded. */
  readonly service: Promise<RemoteTypeService>;
  readonly stop: () => void;
}

/** Starts the compiler in a worker. */
export function startTypeService(): StartingTypeService {
  const worker = new Worker(new URL('./type-worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<TypeService>(worker);
  const service = new Promise<RemoteTypeService>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    remote.check('').then(() => resolve(toObject(remote)), reject);
  });
  return { service, stop: () => worker.terminate() };
}

/** As a plain object: a proxy answers whatever it is asked for, also the marks that Vue looks for. */
const toObject = ({ check, complete, explain }: RemoteTypeService): RemoteTypeService =>
  ({ check, complete, explain }) as RemoteTypeService;
