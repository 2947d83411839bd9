import type { CallSite } from '@signup-actions/runtime-core';

/**
 * Returns a search for places in these files, which strings name as `file:line:column`. It finds them in the order
 * of the string: in the stack of an error, the innermost comes first. A place without a column is at column 1.
 */
export function createSiteSearch(files: readonly string[]): (text: string) => readonly CallSite[] {
  if (files.length === 0) return () => [];
  const names = files.map((file) => file.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
  // The name of one file may be the end of another's.
  const pattern = new RegExp(`(?<!\\w)(${names.join('|')}):(\\d+)(?::(\\d+))?`, 'g');
  return (text) =>
    [...text.matchAll(pattern)].map(([, file = '', line, column]) => ({
      file,
      line: Number(line),
      column: Number(column ?? 1),
    }));
}

/** Returns a function that tells from where in these files the api is being called. */
export function createCallSite(files: readonly string[]): () => CallSite | undefined {
  const findSites = createSiteSearch(files);
  return () => findSites(readStack(nearFrames))[0] ?? findSites(readStack(allFrames))[0];
}

/** Returns a function that tells where in these files the work began that is going on: the outermost place. */
export function createOriginSite(files: readonly string[]): () => CallSite | undefined {
  const findSites = createSiteSearch(files);
  return () => findSites(readStack(allFrames)).at(-1);
}

/** The frames of the engine use up most of V8's default limit. */
const allFrames = 50;

/** An Action that calls the api itself is among these, and each frame takes time. */
const nearFrames = 16;

/** The call stack as text, with at most so many frames. Restores both settings: Actions may use them for themselves. */
function readStack(frames: number): string {
  const settings: { prepareStackTrace?: unknown; stackTraceLimit?: unknown } = Error;
  const { prepareStackTrace, stackTraceLimit } = settings;
  try {
    settings.stackTraceLimit = frames;
    // Only V8 has it; an Action may have set it to a function that returns something else than text.
    if (prepareStackTrace) settings.prepareStackTrace = undefined;
    return new Error('Where is this?').stack ?? '';
  } finally {
    settings.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace) settings.prepareStackTrace = prepareStackTrace;
  }
}
