type Parts = Readonly<Record<string, unknown>>;

/** The changes to an event as data; undefined if they are not a JSON object. */
export function parseChanges(json: string): Parts | undefined {
  if (json.trim() === '') return {};
  try {
    const changes: unknown = JSON.parse(json);
    return isParts(changes) ? changes : undefined;
  } catch {
    return undefined;
  }
}

/** The value at a path of the changes, or of an event; undefined if there is none. */
export const readField = (parts: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (part, name) => (isParts(part) && Object.hasOwn(part, name) ? part[name] : undefined),
    parts,
  );

/**
 * Changes one field of the changes to an event; `undefined` removes it, and the objects that are then empty. JSON that is
 * not an object stays as it is.
 */
export function changeEvent(json: string, path: readonly string[], value: unknown): string {
  const changes = parseChanges(json);
  if (!changes) return json;
  return `${JSON.stringify(change(changes, path, value) ?? {}, undefined, 2)}\n`;
}

function change(part: unknown, [name, ...path]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const parts = isParts(part) ? part : {};
  const changed = change(Object.hasOwn(parts, name) ? parts[name] : undefined, path, value);
  // Entries keep their order, and a key such as __proto__ stays an ordinary one.
  const others = Object.entries(parts);
  const entries =
    changed === undefined
      ? others.filter(([key]) => key !== name)
      : Object.hasOwn(parts, name)
        ? others.map(([key, own]) => [key, key === name ? changed : own] as const)
        : [...others, [name, changed] as const];
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
