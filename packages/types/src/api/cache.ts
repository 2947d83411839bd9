import type { CacheDeleteResult, CacheSetResult } from './cache-result.ts';
import type { CacheRecord } from './cache-record.ts';
import type { CacheSetOptions } from './cache-set-options.ts';

/**
 * `api.cache`: texts that outlive the flow, for this trigger's Actions alone. It forgets: never rely on a
 * record being there, even within its lifetime. What was written stays when the flow refuses or fails.
 */
export interface CacheAPI {
  /**
   * Looks a record up. Answers at once, no promise. Throws when the key is no text.
   *
   * @param key - The key that the record was set under.
   * @returns The record; `undefined` where there is none, or its time is over.
   * Source: C1, C2, C3, C8, C10.
   *
   * @example
   * ```ts
   * const attempts = Number(api.cache.get(event.request.ip)?.value ?? 0);
   * ```
   */
  get(key: string): CacheRecord | undefined;

  /**
   * Stores a record, in place of what the key had. Answers at once, no promise. What does not fit is
   * answered as an error, not thrown; only a key or a value that is no text throws.
   *
   * All records together have room for 20 keys and 8,192 bytes of keys and values.
   *
   * @param key - At most 64 bytes of UTF-8.
   * @param value - At most 4,096 bytes of UTF-8. Keep other data with `JSON.stringify`.
   * @param options - How long it stays: 24 hours unless said, and never longer.
   * @returns The record as it was stored, with its time shortened where it was too long, or the error's code.
   * Source: C1 to C6, C9, C10.
   *
   * @example
   * ```ts
   * const result = api.cache.set(event.request.ip, '1', { ttl: 60 * 60 * 1000 });
   * if (result.type === 'error') console.log(`not counted: ${result.code}`);
   * ```
   */
  set(key: string, value: string, options?: CacheSetOptions): CacheSetResult;

  /**
   * Removes a record. Answers at once, no promise. Throws when the key is no text.
   *
   * @param key - The key that the record was set under.
   * @returns Success, or the error's code: `CacheKeyDoesNotExist` where there was none.
   * Source: C1, C3, C7, C10.
   *
   * @example
   * ```ts
   * api.cache.delete(event.request.ip);
   * ```
   */
  delete(key: string): CacheDeleteResult;
}
