import { setOwn } from '@signup-actions/runtime-core/internal';

type Parts = Record<string, unknown>;

/**
 * Merges `overrides` into `base`, in place and part by part; `undefined` removes a part. Arrays, and objects
 * that are not plain data, are replaced whole. Returns `base`, which then shares nothing with `overrides`. Calls
 * `onNewPart` for each part that `base` does not have.
 */
export function overlay(base: Parts, overrides: Parts, onNewPart: () => void = () => {}): Parts {
  for (const key of Object.keys(overrides)) {
    const override = overrides[key];
    const isNew = !Object.hasOwn(base, key);
    if (isNew) onNewPart();
    if (override === undefined) delete base[key];
    else setOwn(base, key, toPart(isNew ? undefined : base[key], override, onNewPart));
  }
  return base;
}

function toPart(present: unknown, override: unknown, onNewPart: () => void): unknown {
  if (isParts(override)) return overlay(isParts(present) ? present : {}, override, onNewPart);
  return typeof override === 'object' && override !== null ? structuredClone(override) : override;
}

function isParts(value: unknown): value is Parts {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Of this realm or of a runner's sandbox: an object whose prototype has no prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
