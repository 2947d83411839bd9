/** Answers where the api is being called from: the innermost place in one of these files. */
export function createCallSite(files: readonly string[]): () => string | undefined {
  const known = new Set(files);
  return () => {
    const site = readStack().find((frame) => known.has(frame.getFileName() ?? ''));
    return site && `${site.getFileName()}:${site.getLineNumber()}:${site.getColumnNumber()}`;
  };
}

/** Puts back what it changes: Actions may use both settings for themselves. */
function readStack(): readonly NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.prepareStackTrace = (_, sites) => sites;
    Error.stackTraceLimit = 50;
    return new Error('Where is this?').stack as unknown as readonly NodeJS.CallSite[];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    // Without the property the settings of Node itself apply.
    if (prepareStackTrace) Error.prepareStackTrace = prepareStackTrace;
    else delete (Error as Partial<typeof Error>).prepareStackTrace;
  }
}
