import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../src/open-database.ts';
import { kill, waitForWords } from './child-process.ts';
import { signUp, type Person } from './sign-up.ts';
import { startRedis, type Redis } from './start-redis.ts';

/** Servers behind one Redis and one database. */
export interface Cluster {
  readonly size: number;
  readonly redis: Redis;
  /** Signs a user up at one of the servers. Returns the status of the response. */
  readonly signUp: (server: number, person: Person) => Promise<number>;
  readonly listUsers: () => readonly string[];
  /** The processes of the servers. */
  readonly pids: () => readonly number[];
  readonly killServer: (server: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Options of {@link startCluster}. */
export interface ClusterOptions {
  readonly size: number;
  /** The program that each server runs. Default: the example's own. */
  readonly program?: URL;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startCluster({
  size,
  program = new URL('../src/server.ts', import.meta.url),
  env = {},
}: ClusterOptions): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-cluster-'));
  const redis = await startRedis(folder);
  const databaseFile = join(folder, 'users.sqlite');
  const servers: { readonly child: ChildProcess; readonly port: number }[] = [];
  // One after another: the first one creates the tables.
  while (servers.length < size) {
    const child = spawn(process.execPath, [fileURLToPath(program)], {
      env: { PORT: '0', DATABASE_FILE: databaseFile, CACHE_URL: redis.url, ...env },
    });
    const said = await waitForWords(child, 'Sign up with POST');
    servers.push({ child, port: Number(/localhost:(\d+)/.exec(said)?.[1]) });
  }
  const database = openDatabase(databaseFile);
  return {
    size,
    redis,
    signUp: (server, person) => signUp(servers[server]?.port ?? 0, person),
    listUsers: () =>
      database
        .prepare('select email from user')
        .all()
        .map(({ email }) => String(email)),
    pids: () => servers.flatMap(({ child }) => child.pid ?? []),
    killServer: (server) => kill(servers[server]?.child),
    async close() {
      database.close();
      await Promise.all([redis.kill(), ...servers.map(({ child }) => kill(child))]);
      rmSync(folder, { recursive: true });
    },
  };
}
