import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../cluster/start-cluster.ts';
import { copyTenant } from './copy-tenant.ts';
import { createTally, drive, type Tally } from './drive.ts';

/** How passwords are hashed: as Better Auth does it, or as cheaply as possible. */
export type Hash = 'scrypt' | 'sha256';

/** The signups of a cluster: its responses, and the users in its database. */
export interface Account {
  readonly tally: Tally;
  readonly stored: number;
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
    return { cluster: await startCluster({ size: 3, program, env }), tally: createTally() };
  };
  const sides = [await start('none'), await start('tenant')] as const;
  const batch = Math.ceil(signups / 20);
  for (let sent = 0; sent < signups; sent += batch) {
    for (const { cluster, tally } of sides)
      await drive(cluster, tally, Math.min(batch, signups - sent));
  }
  const [without, withFlow] = sides.map(({ cluster, tally }) => ({
    tally,
    stored: cluster.listUsers().length,
  }));
  await Promise.all(sides.map(({ cluster }) => cluster.close()));
  rmSync(tenant, { recursive: true });
  return { without: without!, with: withFlow! };
}
