import { distance } from 'fastest-levenshtein';

/** The name that was probably meant; absent if none is near. */
export function findNearName(name: string, names: readonly string[]): string | undefined {
  const plain = toPlain(name);
  const distances = names.map(
    (candidate) => [candidate, countEdits(plain, toPlain(candidate))] as const,
  );
  const [nearest] = distances.toSorted(([, first], [, second]) => first - second);
  return nearest && nearest[1] <= Math.min(2, plain.length / 3) ? nearest[0] : undefined;
}

/** How many edits are between two names: a letter more, less or other, or two neighbours that are swapped. */
function countEdits(name: string, other: string): number {
  const swapped = Array.from(
    name.slice(1),
    (letter, at) => name.slice(0, at) + letter + name.charAt(at) + name.slice(at + 2),
  );
  return Math.min(distance(name, other), ...swapped.map((each) => 1 + distance(each, other)));
}

/** A name without case and underscores, which are often what is wrong. */
export const toPlain = (name: string): string => name.replaceAll('_', '').toLowerCase();
