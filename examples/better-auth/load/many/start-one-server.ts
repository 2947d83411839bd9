import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { kill } from '../../cluster/child-process.ts';
import { signUp, type Person } from '../../cluster/sign-up.ts';
import { openDatabase } from '../../src/open-database.ts';
import { copyTenant } from '../copy-tenant.ts';

/** One server without a store, and what it leaves behind of signups. */
export interface OneServer {
  readonly size: 1;
  readonly signUp: (server: number, person: Person) => Promise<number>;
  readonly countUsers: () => number;
  /** The entries of its log so far: how many have each status. */
  readonly logged: Readonly<Record<string, number>>;
  /** The number of flows with each status, from its metrics. */
  readonly readMetrics: () => Promise<Readonly<Record<string, number>>>;
  /** The resident memory of the server and of the processes of its Actions, in MB. */
  readonly readMemory: () => { readonly server: number; readonly actions: number };
  /** What is alive in the heap of the server after a garbage collection, in MB. */
  readonly readHeap: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function startOneServer(): Promise<OneServer> {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-load-'));
  copyTenant(join(folder, 'tenant'));
  const databaseFile = join(folder, 'users.sqlite');
  const program = fileURLToPath(new URL('../server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--expose-gc', program], {
    env: {
      DATABASE_FILE: databaseFile,
      HASH: 'sha256',
      LOG: 'stdout',
      TENANT: join(folder, 'tenant'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const logged: Record<string, number> = {};
  let metrics = '';
  let setHeap: (bytes: number) => void = () => {};
  const { promise: port, resolve: setPort } = Promise.withResolvers<number>();
  createInterface(child.stdout).on('line', (line) => {
    const [, found] = /^Sign up with POST http:\/\/localhost:(\d+)/.exec(line) ?? [];
    if (found) return setPort(Number(found));
    const { type, status, text, bytes } = JSON.parse(line);
    if (type === 'metrics') metrics = text;
    else if (type === 'heap') setHeap(Number(bytes));
    // A failed flow has two entries.
    else if (type === 'ss' || type === 'fs') logged[status] = (logged[status] ?? 0) + 1;
    else if (type !== 'actions_execution_failed') console.error(line);
  });
  const actualPort = await port;
  const database = openDatabase(databaseFile);
  const toMegabytes = (output: string): number =>
    Math.round(output.split('\n').reduce((sum, size) => sum + Number(size), 0) / 1_024);
  const readSizes = (flag: string): number =>
    toMegabytes(execFileSync('ps', ['-o', 'rss=', flag, String(child.pid)], { encoding: 'utf8' }));
  return {
    size: 1,
    logged,
    signUp: (_, person) => signUp(actualPort, person),
    countUsers: () => Number(database.prepare('select count(*) as n from user').get()?.['n']),
    async readMetrics() {
      const text = await (await fetch(metrics)).text();
      const found = text.matchAll(/^signup_flow_seconds_count\{status="(\w+)"\} (\d+)$/gm);
      return Object.fromEntries(
        [...found].map(([, status = '', count]) => [status, Number(count)]),
      );
    },
    readMemory: () => ({ server: readSizes('-p'), actions: readSizes('--ppid') }),
    async readHeap() {
      const { promise, resolve } = Promise.withResolvers<number>();
      setHeap = resolve;
      child.kill('SIGUSR2');
      return Number(((await promise) / 2 ** 20).toFixed(1));
    },
    async close() {
      database.close();
      await kill(child);
      rmSync(folder, { recursive: true });
    },
  };
}
