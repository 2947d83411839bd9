import { wrap, type Remote } from 'comlink';
import type { EventTypes } from './event-types.ts';
import type { TypeService } from './type-service.ts';

/** What completes and explains one kind of source. */
export type RemoteTypes = Pick<Remote<EventTypes>, 'complete' | 'explain'>;

/** The compiler in a worker: each method returns a promise. */
export type RemoteTypeService = Remote<Omit<TypeService, 'event'>> & {
  readonly event: Remote<EventTypes>;
};

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
    remote.check('').then(() => resolve(toObject(remote as unknown as RemoteTypeService)), reject);
  });
  return { service, stop: () => worker.terminate() };
}

/** Plain objects: a proxy has every property, including those by which Vue recognises its own objects. */
const toObject = (remote: RemoteTypeService): RemoteTypeService =>
  ({ ...toMethods(remote), event: toMethods(remote.event) }) as RemoteTypeService;

const toMethods = ({ check, complete, explain }: Record<keyof EventTypes, unknown>) => ({
  check,
  complete,
  explain,
});
