/** A line of a stack trace: V8 writes `at name (file:line:column)`, other engines `name@file:line:column`. */
const frame = /(?:\(|@|at (?:async )?|^)((?:file:\/\/)?[^()@\s][^()@]*?):(\d+):\d+\)?$/;
/** Files of the runtime, of dependencies, and of this project's own packages; its tests have Actions of their own. */
const foreign =
  /^\w+:(?!\/)|^native|\/node_modules\/|\/@signup-actions\/|\/packages\/(?:runtime-core|testing)\/(?:src|dist)\/(?!.*\.test\.)/;

/**
 * The innermost place in a stack trace that belongs to the Action, as `file:line`. The path is relative to the
 * working directory if the file is below it. `undefined` if there is none.
 */
export function findPlace(stack: string | undefined): string | undefined {
  for (const line of stack?.split('\n') ?? []) {
    const [, path, row] = frame.exec(line.trim()) ?? [];
    if (path === undefined || foreign.test(path.replaceAll('\\', '/'))) continue;
    return `${toShortPath(path)}:${row}`;
  }
  return undefined;
}

function toShortPath(path: string): string {
  const { process } = globalThis as { process?: { cwd?: () => string } };
  const full = path.replace(/^file:\/\//, '');
  const folder = process?.cwd?.();
  return folder !== undefined && full.startsWith(`${folder}/`)
    ? full.slice(folder.length + 1)
    : full;
}
