import { Writable } from 'node:stream';
import { createShell, type Shell } from '../shell.ts';

/** Runs the command with these arguments, and returns its exit status. */
export type RunCommand = (args: readonly string[], shell: Shell) => Promise<number>;

/** What a command printed. */
export interface Printed {
  readonly status: number;
  /** Standard output, and then standard error. */
  readonly text: string;
}

/** Runs a command in a shell of its own: this process's standard output belongs to the protocol. */
export async function runTool(
  runCommand: RunCommand,
  args: readonly string[],
  { cwd, signal }: { readonly cwd: string; readonly signal: AbortSignal },
): Promise<Printed> {
  const [stdout, stderr] = [createSink(), createSink()];
  const shell = createShell({
    cwd,
    env: {},
    stdout: stdout.stream,
    stderr: stderr.stream,
    onInterrupt(listener) {
      signal.addEventListener('abort', () => listener('SIGINT'), { once: true });
    },
  });
  const status = await runCommand(args, shell);
  return { status, text: [stdout.read(), stderr.read()].filter((text) => text !== '').join('\n') };
}

function createSink(): { readonly stream: Writable; readonly read: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, read: () => chunks.join('') };
}
