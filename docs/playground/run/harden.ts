/** What the engine calls while it decides; an honest Action replaces none of it. */
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
 * Keeps Actions from changing what the engine, which shares their worker, is built on: a list that cannot grow
 * would lose a refusal. Their own code cannot tell, unless it changes built-ins. This contains no hostile code.
 */
export function harden(): void {
  const globals = globalThis as unknown as Record<string, { readonly prototype?: object }>;
  for (const name of names) {
    const value = globals[name];
    Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
    Object.freeze(value);
    // Whatever inherits from something frozen can no longer be given the same names by assignment. For most
    // that is never missed; an object with a `toString` of its own is as honest as can be.
    if (value?.prototype && value.prototype !== Object.prototype) Object.freeze(value.prototype);
  }
  // What every object would inherit: a `then`, say, settles a promise with something else.
  Object.preventExtensions(Object.prototype);
  for (const name of ['apply', 'bind', 'call']) {
    // oxlint-disable-next-line no-extend-native -- it takes something away
    Object.defineProperty(Function.prototype, name, { writable: false, configurable: false });
  }
  // What loops and spreads walk with has no name, only instances.
  for (const walk of [[].values(), new Map().keys(), new Set().keys(), ''[Symbol.iterator]()]) {
    const prototype = Object.getPrototypeOf(walk) as object;
    Object.freeze(prototype);
    // What all of them share; older browsers have no other name for it.
    Object.freeze(Object.getPrototypeOf(prototype));
  }
}
