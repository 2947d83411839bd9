import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../cluster/start-cluster.ts';
import { copyTenant } from './copy-tenant.ts';
import { createTally, drive, type Tally } from './drive.ts';
import { readCpuSeconds } from './read-cpu-seconds.ts';

/** How passwords are hashed: as Better Auth does it, or as cheaply as possible. */
export type Hash = 'scrypt' | 'sha256';

/** The signups of a cluster: its responses, and the users in its database. */
export interface Account {
  readonly tally: Tally;
  readonly stored: number;
  /** The processor time of the servers and of the processes of their Actions, in seconds. */
  readonly cpuSeconds: number;
}

/** Sends signups to a cluster with the flow and to one without it, in turns. */
export async function measure(
  signups: number,
  hash: Hash,
): Promise<{ readonly without: Account; readonly with: Account }> {
  const tenant = mkdtempSync(join(tmpdir(), 'signup-actions-load-'));
  copyTenant(tenant);
  const start = async (flow: string) => {
    const program = new URL('server.ts', import.meta.url);
    const env = { FLOW: flow, HASH: hash, TENANT: tenant };
    const cluster = await startCluster({ size: 3, program, env });
    const readCpu = (): number => cluster.pids().reduce((sum, pid) => sum + readCpuSeconds(pid), 0);
    return { cluster, tally: createTally(), readCpu, cpuAtStart: readCpu() };
  };
  const sides = [await start('none'), await start('tenant')] as const;
  const batch = Math.ceil(signups / 20);
  for (let sent = 0; sent < signups; sent += batch) {
    for (const { cluster, tally } of sides)
      await drive(cluster, tally, Math.min(batch, signups - sent));
  }
  const [without, withFlow] = sides.map(({ cluster, tally, readCpu, cpuAtStart }) => ({
    tally,
    cpuSeconds: readCpu() - cpuAtStart,
    stored: cluster.listUsers().length,
  }));
  await Promise.all(sides.map(({ cluster }) => cluster.close()));
  rmSync(tenant, { recursive: true });
  return { without: without!, with: withFlow! };
}
