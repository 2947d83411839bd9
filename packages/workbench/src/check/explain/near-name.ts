import { distance } from 'fastest-levenshtein';

/** The name that was probably meant; absent if none is near. */
export function findNearName(name: string, names: readonly string[]): string | undefined {
  const plain = toPlain(name);
  const distances = names.map(
    (candidate) => [candidate, distance(plain, toPlain(candidate))] as const,
  );
  const [nearest] = distances.toSorted(([, first], [, second]) => first - second);
  return nearest && nearest[1] <= Math.min(2, plain.length / 3) ? nearest[0] : undefined;
}

/** A name without case and underscores, which are often what is wrong. */
export const toPlain = (name: string): string => name.replaceAll('_', '').toLowerCase();
