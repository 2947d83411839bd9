/**
 * A value that all copies of the kit in a process share: a project can load it as a CommonJS and as an ES module.
 * Created by the first copy that is loaded.
 */
export function shared<Value extends object>(name: string, create: () => Value): Value {
  const key = Symbol.for(`@signup-actions/${name}`);
  const holder = globalThis as { [key]?: Value };
  return (holder[key] ??= create());
}
