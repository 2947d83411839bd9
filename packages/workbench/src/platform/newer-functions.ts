/** What newer versions of Node have, by the major version that brought it; only what an Action may use by its name. */
const since: Readonly<Record<string, number>> = {
  'Object.groupBy': 21,
  'Map.groupBy': 21,
  'Array.fromAsync': 22,
  'Promise.withResolvers': 22,
  CloseEvent: 23,
  'Error.isError': 24,
  'Math.f16round': 24,
  'Promise.try': 24,
  'RegExp.escape': 24,
  Float16Array: 24,
  URLPattern: 24,
  'Uint8Array.fromBase64': 25,
  'Uint8Array.fromHex': 25,
  localStorage: 25,
  sessionStorage: 25,
  'Iterator.concat': 26,
  'Math.sumPrecise': 26,
  Temporal: 26,
};

/** The version of Node that the platform runs if an Action does not say otherwise. */
const platformNode = 22;

/** The major version of Node for a runtime, such as `node22`. */
const toNode = (runtime: string): number => Number(/^node(\d+)/.exec(runtime)?.[1] ?? platformNode);

/** The version of Node that the platform runs if that does not have what this name stands for; otherwise absent. */
export function findMissingIn(name: string, runtime = ''): number | undefined {
  const node = toNode(runtime);
  return Object.hasOwn(since, name) && (since[name] ?? 0) > node ? node : undefined;
}

/** What this code uses and its version of Node, such as `node22`, does not have. */
export function findNewerFunctions(
  code: string,
  runtime = '',
): { readonly node: number; readonly names: readonly string[] } {
  const node = toNode(runtime);
  const names = Object.entries(since).filter(
    ([name, version]) =>
      version > node &&
      new RegExp(String.raw`(?<![\w.$])${name.replace('.', String.raw`\.`)}\b`).test(code),
  );
  return { node, names: names.map(([name]) => name) };
}
