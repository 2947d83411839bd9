import type { OpenCache } from './caches.ts';
import { createPatience, type Patience, type PatiencePorts } from './patience.ts';
import { createSharedDocument, type SharedDocumentPorts } from './shared-document.ts';

/** The cache of one tenant over a store that may fail (C10). */
export interface StoredCache {
  readonly open: () => Promise<OpenCache>;
}

/**
 * A cache over the document that the store keeps under `storeKey`. Once the store has failed, flows work
 * on what memory holds and wait for it no more, until a probe succeeds. `onIdle` is called when no flow has
 * the cache open and all of it is stored.
 */
export function createStoredCache(
  storeKey: string,
  ports: PatiencePorts & SharedDocumentPorts,
  onIdle: () => void,
): StoredCache {
  const document = createSharedDocument(storeKey, ports);
  let flows = 0;
  let isDown = false;
  let isProbing = false;

  const callIfIdle = (): void => {
    if (flows === 0 && !isDown && !document.hasUnstored()) onIdle();
  };

  /** Stores all that flows wrote meanwhile; answers whether the store took it. */
  const catchUp = async (patience: Patience): Promise<boolean> => {
    let isWell = await patience.wait(document.load);
    while (isWell && document.hasUnstored()) isWell = await patience.wait(document.commit);
    return isWell;
  };

  const probe = async (): Promise<void> => {
    if (isProbing) return;
    isProbing = true;
    document.restart();
    isDown = !(await catchUp(createPatience(ports)));
    isProbing = false;
    callIfIdle();
  };

  const use = async (patience: Patience, work: () => Promise<void>): Promise<void> => {
    if (isDown) {
      patience.note('it failed earlier and has not recovered');
      void probe();
    } else if (!(await patience.wait(work))) {
      isDown = true;
    }
  };

  return {
    async open() {
      flows += 1;
      const patience = createPatience(ports);
      await use(patience, document.load);
      return {
        cache: document.cache,
        async close() {
          await use(patience, document.commit);
          flows -= 1;
          callIfIdle();
          return patience.problem();
        },
      };
    },
  };
}
