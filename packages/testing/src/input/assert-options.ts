/**
 * Throws for an option that does not exist: JavaScript would ignore a misspelt one. `what` is what the caller did, as
 * `create a mock api`. Those that are `false` are for sibling packages, and are not listed.
 */
export function assertOptions<Options extends object>(
  what: string,
  options: Options,
  known: Readonly<Record<keyof Options, boolean>>,
): void {
  const listed = Object.entries(known).flatMap(([name, isListed]) => (isListed ? [name] : []));
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(known, name)) continue;
    throw new TypeError(
      `Failed to ${what}: there is no option ${JSON.stringify(name)}.\nThe options are ${listed.join(', ')}.`,
    );
  }
}
