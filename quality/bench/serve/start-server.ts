import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';

/** A server in a process of its own. */
export interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  /** What it prints after the first line, which says where it listens. */
  readonly lines: Interface;
  readonly stop: () => Promise<void>;
}

/** Starts a program whose first line is JSON with the `url` of a server. Rejects if it ends before that. */
export async function startServer(args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit');
  const closed = once(lines, 'close');
  const first = await Promise.race([once(lines, 'line'), ended.then(() => undefined)]);
  if (!first)
    throw new Error(`Failed to start ${args.join(' ')}: it ended with ${child.exitCode}.`);
  const { url } = JSON.parse(String(first[0])) as { url: string };
  return {
    child,
    lines,
    port: Number(new URL(url).port),
    async stop() {
      child.kill('SIGINT');
      await Promise.all([ended, closed]);
    },
  };
}
