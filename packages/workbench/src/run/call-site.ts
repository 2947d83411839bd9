/** A place in the source of an Action. */
export interface Site {
  /** The Action's `file`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1; absent if the text names only a line. */
  readonly column?: number | undefined;
}

/**
 * Returns a search for places in these files, which texts name as `file:line:column`. It finds them in the order
 * of the text: in the stack of an error, the innermost comes first.
 */
export function createSiteSearch(files: readonly string[]): (text: string) => readonly Site[] {
  if (files.length === 0) return () => [];
  const names = files.map((file) => file.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
  // The name of one file may be the end of another's.
  const pattern = new RegExp(`(?<!\\w)(${names.join('|')}):(\\d+)(?::(\\d+))?`, 'g');
  return (text) =>
    [...text.matchAll(pattern)].map(([, file = '', line, column]) => ({
      file,
      line: Number(line),
      column: column === undefined ? undefined : Number(column),
    }));
}

/** Returns a function that tells from where in these files the api is being called, as `file:line:column`. */
export function createCallSite(files: readonly string[]): () => string | undefined {
  const findSites = createSiteSearch(files);
  return () => {
    const [site] = findSites(readStack());
    return site && `${site.file}:${site.line}:${site.column}`;
  };
}

/** The call stack as text. Restores both settings: Actions may use them for themselves. */
function readStack(): string {
  const settings: { prepareStackTrace?: unknown; stackTraceLimit?: unknown } = Error;
  const { prepareStackTrace, stackTraceLimit } = settings;
  try {
    // The frames of the engine use up most of the default limit.
    settings.stackTraceLimit = 50;
    // Only V8 has it; an Action may have set it to a function that returns something else than text.
    if (prepareStackTrace) settings.prepareStackTrace = undefined;
    return new Error('Where is this?').stack ?? '';
  } finally {
    settings.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace) settings.prepareStackTrace = prepareStackTrace;
  }
}
