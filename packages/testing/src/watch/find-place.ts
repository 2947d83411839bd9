/** A line of a stack trace with the name of a function, as V8 writes it: `at name (file:line:column)`. */
const namedFrame = /^at (?!.*\(eval at ).*? \((.+):(\d+):(\d+)\)$/;
/** Without one, or as other engines write it: `at file:line:column`, `name@file:line:column`. */
const frame = /^(?:at (?:async )?|[^@]*@)?([^()]+):(\d+):(\d+)$/;
/** Files of the runtime, of dependencies, and of this project's own packages; its tests have Actions of their own. */
const foreign =
  /^\w+:(?!\/)|^native|\/node_modules\/|\/@signup-actions\/|\/packages\/(?:cli|runtime-core|testing|workbench)\/(?:src|dist)\/(?!.*\.test\.)/;

/**
 * The innermost place in a stack trace that belongs to the Action, as `file:line`. The path is relative to the
 * working directory if the file is below it. `undefined` if there is none.
 */
export function findPlace(stack: string | undefined): string | undefined {
  return findPosition(stack)?.replace(/:\d+$/, '');
}

/** The same place with its column: `file:line:column`. */
export function findPosition(stack: string | undefined): string | undefined {
  for (const line of stack?.split('\n') ?? []) {
    const [, path, row, column] = namedFrame.exec(line.trim()) ?? frame.exec(line.trim()) ?? [];
    if (path === undefined || foreign.test(path.replaceAll('\\', '/'))) continue;
    return `${toShortPath(path)}:${row}:${column}`;
  }
  return undefined;
}

/** The path, relative to the working directory if it is below it. */
export function toShortPath(path: string): string {
  const { process } = globalThis as { process?: { cwd?: () => string } };
  const full = path.replace(/^file:\/\//, '');
  const folder = process?.cwd?.();
  return folder !== undefined && full.startsWith(`${folder}/`)
    ? full.slice(folder.length + 1)
    : full;
}
