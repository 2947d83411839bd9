import { Console } from 'node:console';
import { createPaint, type Paint } from './print/paint.ts';

/** A stream that the command prints to; Node's streams say whether they are a terminal. */
type OutputStream = NodeJS.WritableStream &
  Partial<Pick<NodeJS.WriteStream, 'columns' | 'hasColors' | 'isTTY'>>;

/** What the command uses of its process. Tests pass their own. */
export interface ShellOptions {
  /** Absolute path of the folder in which the command was typed. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Registers a callback for Ctrl+C, and for a request to terminate. */
  readonly onInterrupt: (listener: () => void) => void;
}

/** The shell in which the command was typed. */
export interface Shell extends ShellOptions {
  /** Prints a line to standard output. */
  readonly print: (text: string) => void;
  /** Prints a line to standard error. */
  readonly printError: (text: string) => void;
  /** Colours what is printed if the user wants colours. */
  readonly paint: Paint;
}

/** A shell with these streams. */
export function createShell(options: ShellOptions): Shell {
  // Unlike `write`, a console ignores that the reader of a pipe has gone.
  const { log, error } = new Console(options.stdout, options.stderr);
  return { ...options, print: log, printError: error, paint: createPaint(options) };
}

/** The shell of this process. */
export const createProcessShell = (): Shell =>
  createShell({
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    onInterrupt(listener) {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, listener);
    },
  });
