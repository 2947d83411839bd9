// An Action that changes a built-in changes what later signups in its process meet. The comparison depends on nothing
// that it can change: only on own variables, loops by index and these functions.
import { builtinModules } from 'node:module';

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { is } = Object;
const { getBuiltinModule } = process;
const { call } = Function.prototype;
// Unlike descriptors, these leave no garbage.
const lookupGetter = toFunction('__lookupGetter__');
const lookupSetter = toFunction('__lookupSetter__');

/** Globals that have state of their own, or are large and decide nothing. */
const leftOut: ReadonlySet<PropertyKey> = new Set(['process', 'Temporal', 'WebAssembly']);

/** Events whose listeners decide what comes of a crash. */
const watchedEvents = [
  'beforeExit',
  'disconnect',
  'exit',
  'message',
  'uncaughtException',
  'uncaughtExceptionMonitor',
  'unhandledRejection',
] as const;

/** An object as it was. */
interface Known {
  readonly object: object;
  /** How many properties it had, if it is a prototype: other objects may get more, as the global object may. */
  readonly size: number | undefined;
  /** Keys and values, alternately. */
  readonly values: readonly unknown[];
  /** Values that cannot be replaced. */
  readonly fixed: readonly unknown[];
  /** Keys, getters and setters, alternately. */
  readonly accessors: readonly unknown[];
}

/**
 * Remembers all built-in objects and functions as they are now, and those of Node's modules that these sources name.
 * Returns a function that tells whether any has changed.
 */
export function watchBuiltIns(sources: readonly string[]): () => boolean {
  const isNamed = (name: string): boolean => sources.some((source) => source.includes(name));
  const known: Known[] = [];
  const seen = new Set<unknown>([globalThis, process]);
  const accessors: unknown[] = [];
  for (const key of ownKeys(globalThis)) {
    const isLoaded = typeof key === 'string' && isNamed(key);
    // Node loads some globals when they are first read, which may replace their accessors.
    const loaded: unknown = isLoaded ? globalThis[key as keyof typeof globalThis] : undefined;
    const { value = loaded, get, set } = getOwnPropertyDescriptor(globalThis, key) ?? {};
    if (isLoaded && get) accessors.push(key, get, set);
    if (!leftOut.has(key)) remember(value, seen, known);
  }
  known.push({ ...toKnown(globalThis), accessors });
  const modules = builtinModules
    .filter((name) => isNamed(name.replace(/\/promises$/, '')))
    .map((name) => getBuiltinModule(name) as object);
  for (const object of [...modules, process, process.stdout, process.stderr]) {
    const { values } = toKnown(object);
    const methods = values.flatMap((value, at) =>
      at % 2 === 1 && typeof value === 'function' ? [values[at - 1], value] : [],
    );
    known.push({ object, size: undefined, values: methods, fixed: [], accessors: [] });
  }
  for (const hidden of listHidden()) remember(getPrototypeOf(hidden), seen, known);
  const listeners = listListeners();
  return () => {
    for (let at = 0; at < known.length; at += 1) if (hasChanged(known[at] as Known)) return true;
    const now = listListeners();
    for (let at = 0; at < now.length; at += 1) if (now[at] !== listeners[at]) return true;
    return now.length !== listeners.length;
  };
}

function toKnown(object: object): Known {
  const values: unknown[] = [];
  const fixed: unknown[] = [];
  const accessors: unknown[] = [];
  const keys = ownKeys(object);
  for (const key of keys) {
    const descriptor = getOwnPropertyDescriptor(object, key) ?? {};
    const { value, writable, configurable } = descriptor;
    // There are thousands of names and lengths, and nothing depends on them.
    const isDetail = typeof object === 'function' && (key === 'name' || key === 'length');
    if (writable === undefined) accessors.push(key, descriptor.get, descriptor.set);
    else if (!writable && !configurable) fixed.push(value);
    else if (!isDetail) values.push(key, value);
  }
  const isOpen = typeof object === 'function' || object === globalThis;
  // What is put on Error decides how stacks read.
  const isClosed = !isOpen || object === Function.prototype || object === Error;
  return { object, size: isClosed ? keys.length : undefined, values, fixed, accessors };
}

/** Remembers a value and everything that it leads to. */
function remember(value: unknown, seen: Set<unknown>, known: Known[]): void {
  const isObject = typeof value === 'object' || typeof value === 'function';
  if (!isObject || value === null || seen.has(value)) return;
  seen.add(value);
  const it = toKnown(value);
  if (it.values.length + it.accessors.length > 0) known.push(it);
  for (const part of [...it.values, ...it.fixed, ...it.accessors]) remember(part, seen, known);
  remember(getPrototypeOf(value), seen, known);
}

function hasChanged({ object, size, values, accessors }: Known): boolean {
  if (size !== undefined && ownKeys(object).length !== size) return true;
  const holder = object as Readonly<Record<PropertyKey, unknown>>;
  for (let at = 0; at < values.length; at += 2) {
    if (!is(holder[values[at] as PropertyKey], values[at + 1])) return true;
  }
  for (let at = 0; at < accessors.length; at += 3) {
    if (lookupGetter(object, accessors[at]) !== accessors[at + 1]) return true;
    if (lookupSetter(object, accessors[at]) !== accessors[at + 2]) return true;
  }
  return false;
}

/** Objects whose prototypes no global leads to. */
const listHidden = (): readonly object[] => [
  async function () {},
  function* () {},
  async function* () {},
  [][Symbol.iterator](),
  ''[Symbol.iterator](),
  new Map()[Symbol.iterator](),
  new Set()[Symbol.iterator](),
  ''.matchAll(/./g),
  process,
];

/** A method of all objects as a function of the object. */
function toFunction(
  name: '__lookupGetter__' | '__lookupSetter__',
): (object: object, key: unknown) => unknown {
  const method: unknown = Reflect.get(Object.prototype, name);
  return call.bind(method as () => unknown) as (object: object, key: unknown) => unknown;
}

/** Their listeners, one event after another. */
function listListeners(): readonly unknown[] {
  const listeners: unknown[] = [];
  for (let at = 0; at < watchedEvents.length; at += 1) {
    const own = process.rawListeners(watchedEvents[at] as string);
    for (let index = 0; index < own.length; index += 1) listeners[listeners.length] = own[index];
  }
  return listeners;
}
