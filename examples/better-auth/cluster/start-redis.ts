import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { kill, waitForWords } from './child-process.ts';

/** Whether the tests that need a Redis run: `pnpm cluster` sets the switch. */
export const isRedisRequired = process.env['SIGNUP_ACTIONS_REDIS'] === 'required';

/** A Redis that can be killed and started again, on the same port and with its data. */
export interface Redis {
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Stops it without closing its connections, as a machine that hangs does. */
  readonly pause: () => void;
  readonly resume: () => void;
}

export async function startRedis(folder: string): Promise<Redis> {
  const port = await findPort();
  // Every write is on the disk before Redis acknowledges it.
  const durable = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--dir', folder];
  let child: ChildProcess | undefined;
  const redis: Redis = {
    url: `redis://127.0.0.1:${port}`,
    kill: () => kill(child),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async start() {
      child = spawn('redis-server', ['--port', String(port), ...durable]);
      child.once('error', ({ message }) => {
        throw new Error(`Failed to start a Redis: ${message}. \`pnpm cluster\` installs it.`);
      });
      await waitForWords(child, 'Ready to accept connections');
    },
  };
  await redis.start();
  return redis;
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
