import { format, inspect } from 'node-inspect-extracted';

/** The methods of a console that print; the others do nothing. */
const printing: ReadonlySet<string | symbol> = new Set([
  'debug',
  'dir',
  'error',
  'info',
  'log',
  'table',
  'trace',
  'warn',
]);

/** A console for one Action, so that its output is known to be its own whenever it prints. */
export function createConsole(write: (text: string) => void): Console {
  const print = (...values: readonly unknown[]): void => write(`${toText(values)}\n`);
  return new Proxy({} as Console, {
    get: (_, method) => (printing.has(method) ? print : () => {}),
  });
}

/** The stack of an error without the frames of the worker, which an Action does not have on the platform. */
function toStack(error: Error): string {
  const { stack = String(error) } = error;
  const isFrame = (line: string): boolean => /^\s+at |@\S*:\d+:\d+$/.test(line);
  return stack
    .split('\n')
    .filter((line) => !isFrame(line) || /\b(action|module)-\d+\.js:\d/.test(line))
    .join('\n');
}

const withOwnStack = (error: Error): object => ({
  [inspect.custom]: () => toStack(error),
  toString: () => String(error),
});

/** As the console of Node prints it, which is the one of the platform. */
function toText(values: readonly unknown[]): string {
  try {
    return format(...values.map((value) => (value instanceof Error ? withOwnStack(value) : value)));
  } catch {
    return '[unprintable]';
  }
}
