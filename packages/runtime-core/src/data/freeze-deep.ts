/** Far below what a stack can take: whoever walks an outcome later must not run out of it. */
const maxLevels = 512;

/**
 * Freezes plain data all the way down, and answers it. Throws for what JSON could not hold: a BigInt, a
 * cycle, more than 512 levels.
 */
export function freezeDeep<Data>(data: Data, levels = maxLevels): Data {
  if (typeof data === 'bigint') throw new TypeError('JSON cannot represent a BigInt');
  // What is no object counts as frozen.
  if (Object.isFrozen(data)) return data;
  if (levels === 0) throw new RangeError(`it is nested deeper than ${maxLevels} levels`);
  // Itself last, so that a cycle runs out of levels.
  for (const part of Object.values(data as object)) freezeDeep(part, levels - 1);
  return Object.freeze(data);
}
