import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { kill } from '../child-process.ts';

/** What a server is told first. */
export interface Settings {
  readonly url: string;
  readonly store: 'compares' | 'plain';
  /** How wrong its clock is, in milliseconds. */
  readonly skewMs: number;
  /** The attempts that each address has. */
  readonly limit: number;
}

/** One attempt to sign up. */
export interface Attempt {
  readonly id: number;
  /** Under which its address is counted. */
  readonly key: string;
  readonly ttlMs: number;
  /** How long the Action takes after it has counted. */
  readonly waitMs: number;
}

/** What a server says of an attempt. */
export interface Answer {
  readonly id: number;
  readonly hasWritten: boolean;
  readonly isReported: boolean;
  readonly isLetIn: boolean;
}

/** Servers that share a Redis. */
export interface Servers {
  /** Makes an attempt. Resolves to `undefined` if the server was killed before it responded. */
  readonly attempt: (
    server: number,
    key: string,
    options?: AttemptOptions,
  ) => Promise<Answer | undefined>;
  readonly signal: (server: number, signal: 'SIGSTOP' | 'SIGCONT') => void;
  readonly kill: (server: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Server {
  readonly child: ChildProcess;
  readonly pending: Map<number, (answer?: Answer) => void>;
}

type AttemptOptions = Partial<Pick<Attempt, 'ttlMs' | 'waitMs'>>;

const program = fileURLToPath(new URL('count-attempts.ts', import.meta.url));

/** Starts a process for each clock. */
export async function startServers(
  skewsMs: readonly number[],
  settings: Omit<Settings, 'skewMs'>,
): Promise<Servers> {
  let ids = 0;
  const start = async (skewMs: number): Promise<Server> => {
    const child = fork(program);
    child.send({ ...settings, skewMs } satisfies Settings);
    await once(child, 'message');
    const pending = new Map<number, (answer?: Answer) => void>();
    child.on('message', (answer: Answer) => {
      pending.get(answer.id)?.(answer);
      pending.delete(answer.id);
    });
    child.once('exit', () => {
      for (const resolve of pending.values()) resolve();
    });
    return { child, pending };
  };
  const servers = await Promise.all(skewsMs.map(start));
  return {
    attempt: (server, key, { ttlMs = 3_600_000, waitMs = 0 } = {}) =>
      new Promise((resolve) => {
        const { child, pending } = servers[server] as Server;
        const id = (ids += 1);
        pending.set(id, resolve);
        child.send(
          { id, key, ttlMs, waitMs } satisfies Attempt,
          (error) => error && resolve(undefined),
        );
      }),
    signal: (server, signal) => void servers[server]?.child.kill(signal),
    kill: (server) => kill(servers[server]?.child),
    async close() {
      await Promise.all(servers.map(({ child }) => kill(child)));
    },
  };
}
