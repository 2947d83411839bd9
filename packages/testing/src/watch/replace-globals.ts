import { findBuiltin } from './find-builtin.ts';
import { consoleMethods, type FindRecording } from './flow-output.ts';

/** Replaces what Actions print and send with, until the returned function is called. Each replacement calls what it replaces. */
export function replaceGlobals(find: FindRecording): () => void {
  const restores = [
    ...consoleMethods.map((method) => replaceConsole(method, find)),
    replaceFetch(find),
  ];
  return () => {
    for (const restore of restores) restore();
  };
}

/** Replaces a method until it is restored. What replaces it again in between stays. */
export function replace<Method extends string, Original>(
  owner: { [Name in Method]: Original },
  method: Method,
  wrap: (original: Original) => Original,
): () => void {
  const original: Original | undefined = owner[method];
  if (original === undefined) return () => {};
  const replacement = wrap(original);
  owner[method] = replacement;
  return () => {
    if (owner[method] === replacement) owner[method] = original;
  };
}

const replaceConsole = (
  method: (typeof consoleMethods)[number],
  find: FindRecording,
): (() => void) =>
  replace<string, Print>(console as never, method, (print) => (...args) => {
    const recording = find();
    recording?.console.push(Object.freeze({ method, text: formatPrinted(args) }));
    if (!recording?.standIns) print.apply(console, args);
  });

type Print = (...args: unknown[]) => void;

/** As Node prints it; elsewhere every argument as a string. */
function formatPrinted(args: readonly unknown[]): string {
  const util = findBuiltin('util');
  return util ? util.format(...args) : args.map(String).join(' ');
}

const replaceFetch = (find: FindRecording): (() => void) =>
  replace(globalThis as { fetch: typeof fetch }, 'fetch', (send) => async (input, init) => {
    const request = { ...toRequestLine(input, init) };
    const recording = find();
    recording?.requests.push(request);
    const answer = recording?.standIns?.fetch ?? send;
    const response = await (init === undefined ? answer(input) : answer(input, init));
    return Object.assign(request, { status: response.status }) && response;
  });

/** Reads a request without its class, which a runner's environment may not have. */
function toRequestLine(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
): { method: string; url: string } {
  const { method = 'GET', url } =
    typeof input === 'string' ? { url: input } : 'url' in input ? input : { url: input.href };
  return { method: (init?.method ?? method).toUpperCase(), url };
}
