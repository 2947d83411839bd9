import type { CacheErrorCode } from '@signup-actions/types';
import type { Limits } from '../limits.ts';

/**
 * The lifetime options of `cache.set` as received, not yet checked.
 *
 * @internal
 */
export interface Lifetime {
  /** Milliseconds from now. */
  readonly ttl?: number;
  /** Milliseconds since the epoch. */
  readonly expires_at?: number;
}

/** Reads the options once. An `undefined` lifetime counts as absent, `null` as invalid (C6). */
export function toLifetime(options: unknown): Lifetime | undefined {
  if (options === undefined || options === null) return undefined;
  // A bare number is probably meant as a lifetime; it must not silently become the default.
  if (typeof options !== 'object') return Object.freeze({ ttl: Number.NaN });
  const { ttl, expires_at } = options as Lifetime;
  return Object.freeze({
    ...(ttl !== undefined && { ttl }),
    ...(expires_at !== undefined && { expires_at }),
  });
}

/** Whether the options leave the lifetime to the default (C4). */
export const hasNoLifetime = ({ ttl, expires_at }: Lifetime): boolean =>
  ttl === undefined && expires_at === undefined;

/** When a record that is written now expires, or why it cannot be written. */
export function toExpiry(
  { ttl, expires_at }: Lifetime,
  now: number,
  limits: Limits,
): number | Extract<CacheErrorCode, 'InvalidExpiry' | 'ItemAlreadyExpired'> {
  const isInvalid = [ttl, expires_at].some((time) => time !== undefined && !Number.isFinite(time));
  if (isInvalid) return 'InvalidExpiry';
  const defaultTtl = expires_at === undefined ? limits.cacheDefaultTtlMs : limits.cacheMaxTtlMs;
  // The earlier of the two, limited by the longest lifetime (C5).
  const expiry = Math.min(
    now + Math.floor(ttl ?? defaultTtl),
    Math.floor(expires_at ?? Infinity),
    now + limits.cacheMaxTtlMs,
  );
  return expiry > now ? expiry : 'ItemAlreadyExpired';
}
