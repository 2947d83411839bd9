import type { CacheErrorCode } from '@signup-actions/types';
import type { Limits } from '../limits.ts';

/** The lifetime options of `cache.set` as they were given; not yet checked. */
export interface Lifetime {
  /** Milliseconds from now. */
  readonly ttl?: number;
  /** Milliseconds since the epoch. */
  readonly expires_at?: number;
}

/** Reads the options once. An `undefined` lifetime is absent; `null` is there, and invalid (C6). */
export function takeLifetime(options: unknown): Lifetime | undefined {
  if (options === undefined || options === null) return undefined;
  // Someone who passes a bare number means a lifetime; it must not silently become the default one.
  if (typeof options !== 'object') return Object.freeze({ ttl: Number.NaN });
  const { ttl, expires_at } = options as Lifetime;
  return Object.freeze({
    ...(ttl !== undefined && { ttl }),
    ...(expires_at !== undefined && { expires_at }),
  });
}

/** When a record that is written now expires, or why it cannot be. */
export function toExpiry(
  { ttl, expires_at }: Lifetime,
  now: number,
  limits: Limits,
): number | Extract<CacheErrorCode, 'InvalidExpiry' | 'ItemAlreadyExpired'> {
  const isInvalid = [ttl, expires_at].some((time) => time !== undefined && !Number.isFinite(time));
  if (isInvalid) return 'InvalidExpiry';
  const defaultTtl = expires_at === undefined ? limits.cacheDefaultTtlMs : limits.cacheMaxTtlMs;
  // The earlier of the two, and never beyond the longest lifetime (C5).
  const expiry = Math.min(
    now + Math.floor(ttl ?? defaultTtl),
    Math.floor(expires_at ?? Infinity),
    now + limits.cacheMaxTtlMs,
  );
  return expiry > now ? expiry : 'ItemAlreadyExpired';
}
