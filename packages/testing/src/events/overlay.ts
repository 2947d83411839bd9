import { setOwn } from '@signup-actions/runtime-core/internal';

type Parts = Record<string, unknown>;

/**
 * Merges `overrides` into `base`, in place and part by part; `undefined` removes a part. Arrays, and objects
 * that are not plain data, are replaced whole. Returns `base`, which then shares nothing with `overrides`.
 */
export function overlay(base: Parts, overrides: Parts): Parts {
  for (const key of Object.keys(overrides)) {
    const override = overrides[key];
    if (override === undefined) delete base[key];
    else setOwn(base, key, toPart(Object.hasOwn(base, key) ? base[key] : undefined, override));
  }
  return base;
}

function toPart(present: unknown, override: unknown): unknown {
  if (isParts(override)) return overlay(isParts(present) ? present : {}, override);
  return typeof override === 'object' && override !== null ? structuredClone(override) : override;
}

function isParts(value: unknown): value is Parts {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Of this realm or of a runner's sandbox: an object whose prototype has no prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
