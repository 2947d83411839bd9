import { wrap, type Remote } from 'comlink';
import type { TypeService } from './type-service.ts';

/** The compiler in a worker: each method returns a promise. */
export type RemoteTypeService = Remote<TypeService>;

/** A compiler that is being loaded. */
export interface StartingTypeService {
  /** Resolves once the compiler is ready. Rejects if it cannot be loaded. */
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

/** A plain object: a proxy has every property, including those by which Vue recognises its own objects. */
const toObject = ({ check, complete, explain }: RemoteTypeService): RemoteTypeService =>
  ({ check, complete, explain }) as RemoteTypeService;
