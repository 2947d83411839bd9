import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { kill, waitForWords } from './child-process.ts';

/** Whether a Redis can be started here; where it is required, trying without one is a failure. */
export const hasRedis =
  process.env['SIGNUP_ACTIONS_REDIS'] === 'required' ||
  !spawnSync('redis-server', ['--version']).error;
if (!hasRedis) console.log('Skipped: no redis-server is installed; pnpm cluster installs it.');

/** A Redis that can die and come back, at the same place and with what it knew. */
export interface Redis {
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

export async function startRedis(folder: string): Promise<Redis> {
  const port = await findPort();
  // What it has answered is on the disk.
  const durable = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--dir', folder];
  let child: ChildProcess | undefined;
  const redis: Redis = {
    url: `redis://127.0.0.1:${port}`,
    kill: () => kill(child),
    async start() {
      child = spawn('redis-server', ['--port', String(port), ...durable]);
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
