import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';

/** The cache that several machines share. */
export function createCacheStore(url: string): Keyv {
  const store = new Keyv(new KeyvRedis(url));
  // A store that is down is the engine's business: flows go on with what is in memory (C10).
  store.on('error', () => {});
  return store;
}
