/** Built-ins that the engine uses while it decides. An honest Action does not replace them. */
const names = [
  'Array',
  'eval',
  'JSON',
  'Map',
  'Object',
  'Promise',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'structuredClone',
  'WeakMap',
] as const;

/**
 * Keeps Actions from changing the built-ins of the engine, which runs in the same worker: an array that does not
 * grow would lose a refusal. Only code that changes built-ins notices. This is not a boundary against hostile code.
 */
export function harden(): void {
  const globals = globalThis as unknown as Record<string, { readonly prototype?: object }>;
  for (const name of names) {
    const value = globals[name];
    Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
    Object.freeze(value);
    // Assigning to a name that is inherited from a frozen object fails. That is fine for most prototypes, but an
    // honest Action may assign a `toString` to its own object.
    if (value?.prototype && value.prototype !== Object.prototype) Object.freeze(value.prototype);
  }
  // All objects would inherit a new property: with a `then`, a promise settles with something else.
  Object.preventExtensions(Object.prototype);
  for (const name of ['apply', 'bind', 'call']) {
    // oxlint-disable-next-line no-extend-native -- it takes something away
    Object.defineProperty(Function.prototype, name, { writable: false, configurable: false });
  }
  // The prototypes of iterators, which loops and spreads use, have no names.
  for (const iterator of [[].values(), new Map().keys(), new Set().keys(), ''[Symbol.iterator]()]) {
    const prototype = Object.getPrototypeOf(iterator) as object;
    Object.freeze(prototype);
    // What all iterators inherit from; it has no name in older browsers.
    Object.freeze(Object.getPrototypeOf(prototype));
  }
}
