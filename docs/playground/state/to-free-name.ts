/** The name, with a number added if another one has it. */
export function toFreeName(name: string, others: readonly { readonly name: string }[]): string {
  const isTaken = (candidate: string): boolean => others.some((other) => other.name === candidate);
  let free = name;
  for (let number = 2; isTaken(free); number += 1) free = `${name}-${number}`;
  return free;
}
