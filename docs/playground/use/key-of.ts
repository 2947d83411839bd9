import { toRaw } from 'vue';

const keys = new WeakMap<object, number>();
let last = 0;

/** A key that stays the same for an object, whatever its name and position. */
export function keyOf(object: object): number {
  const raw = toRaw(object);
  const key = keys.get(raw) ?? (last += 1);
  keys.set(raw, key);
  return key;
}
