/**
 * A copy of these values that tells of each read of a name that has none. Its own properties are ordinary ones, so it
 * can be printed, spread and cloned like any object: only its prototype notices.
 */
export function observeReads<Value>(
  values: Readonly<Record<string, Value>>,
  onMissing: (name: string) => void,
): Record<string, Value> {
  const tell = (name: string | symbol): void => {
    if (typeof name === 'string' && !ignored.has(name) && !(name in Object.prototype)) {
      onMissing(name);
    }
  };
  const prototype = new Proxy(
    {},
    {
      get(target, name, receiver): unknown {
        tell(name);
        return Reflect.get(target, name, receiver);
      },
      has(target, name) {
        tell(name);
        return Reflect.has(target, name);
      },
    },
  );
  return Object.setPrototypeOf({ ...values }, prototype) as Record<string, Value>;
}

/** What the language itself reads of any object. */
const ignored: ReadonlySet<string> = new Set(['then', 'toJSON']);
