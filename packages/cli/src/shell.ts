import { fstatSync } from 'node:fs';
import { createPaint, type Paint } from './print/paint.ts';
import { toTerminalLink, type Link } from './print/link.ts';

/** A stream that the command prints to; Node's streams say whether they are a terminal. */
type OutputStream = NodeJS.WritableStream &
  Partial<Pick<NodeJS.WriteStream, 'columns' | 'hasColors' | 'isTTY'>>;

/** A request to end the command; each has a status of its own in a shell. */
export type StopSignal = 'SIGHUP' | 'SIGINT' | 'SIGTERM';

/** What the command uses of its process. Tests pass their own. */
export interface ShellOptions {
  /** Absent if there are no links. */
  readonly link?: Link | undefined;
  /** Absolute path of the folder in which the command was typed. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Whether another program gets standard output. */
  readonly isPiped?: boolean;
  /** Registers a callback for Ctrl+C, and for requests to terminate. */
  readonly onInterrupt: (listener: (signal: StopSignal) => void) => void;
  /** Registers a callback for keys, and returns how to stop listening; absent without a keyboard. */
  readonly onKey?: ((listener: (key: string) => void) => () => void) | undefined;
}

/** The shell in which the command was typed. */
export interface Shell extends ShellOptions {
  /** Prints a line to standard output. */
  readonly print: (text: string) => void;
  /** Prints a line to standard error. */
  readonly printError: (text: string) => void;
  /** Colours what is printed if the user wants colours. */
  readonly paint: Paint;
  /** The same for standard error, which may be a file when standard output is a terminal. */
  readonly paintError: Paint;
  /** Registers a callback for the first error of standard output; it is called at once if there was one. */
  readonly onPrintFailure: (listener: (error: NodeJS.ErrnoException) => void) => void;
  /** Links a rule to its page, if standard output is a terminal that has links. */
  readonly link: Link;
  /** Waits until everything is written, and returns why standard output could not be; absent if it could. */
  readonly flush: () => Promise<NodeJS.ErrnoException | undefined>;
}

/** A shell with these streams. */
export function createShell(options: ShellOptions): Shell {
  const { stdout, stderr } = options;
  let failure: NodeJS.ErrnoException | undefined;
  const listeners: ((error: NodeJS.ErrnoException) => void)[] = [];
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (failure) return;
    failure = error;
    for (const listener of listeners) listener(error);
  });
  // There is nowhere else to report it.
  stderr.on('error', () => {});
  return {
    ...options,
    print: (text) => void stdout.write(`${text}\n`),
    printError: (text) => void stderr.write(`${text}\n`),
    paint: createPaint(options),
    link: options.link ?? ((_rule, text) => text),
    paintError: createPaint({ ...options, stdout: stderr }),
    onPrintFailure(listener) {
      if (failure) listener(failure);
      else listeners.push(listener);
    },
    async flush() {
      const error = await new Promise<NodeJS.ErrnoException | null | undefined>((resolve) =>
        stdout.write('', resolve),
      );
      return failure ?? error ?? undefined;
    },
  };
}

/** Whether the reader of a pipe has gone, as `head` does. */
export const isReaderGone = ({ code }: NodeJS.ErrnoException): boolean => code === 'EPIPE';

/** The shell of this process. */
export const createProcessShell = async (): Promise<Shell> =>
  createShell({
    link: await toTerminalLink(process),
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    isPiped: !process.stdout.isTTY && !isFile(process.stdout.fd),
    onInterrupt(listener) {
      for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => listener(signal));
      }
    },
    onKey: process.stdout.isTTY && process.stdin.isTTY ? listenToKeys : undefined,
  });

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    // It is closed.
    return false;
  }
}

/** Passes each key to the listener as it is pressed, Ctrl+C included. */
function listenToKeys(listener: (key: string) => void): () => void {
  const { stdin } = process;
  const onData = (key: Buffer): void => listener(key.toString());
  stdin.setRawMode(true);
  stdin.on('data', onData);
  return () => {
    stdin.off('data', onData);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
