import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createRuntime } from '@signup-actions/runtime-core';
import { createLog } from '../src/create-log.ts';
import { createMetrics } from '../src/create-metrics.ts';
import { openDatabase } from '../src/open-database.ts';
import { readSecrets } from '../src/read-tenant.ts';
import { serveMetrics } from '../src/serve-metrics.ts';
import { startFlows, type Flows } from '../src/start-flows.ts';
import { startServer } from '../src/start-server.ts';
import { stopOnSignal } from '../src/stop-on-signal.ts';

// The example's server, but the flow, the slow password hash and the log can be switched off.
// For measuring only.
const { CACHE_URL = '', DATABASE_FILE = '', FLOW, HASH, LOG, TENANT = '' } = process.env;

const hash = async (password: string): Promise<string> =>
  createHash('sha256').update(password).digest('hex');
const runtime = createRuntime();
const admitsAll: Flows = {
  decide: (event) => runtime.run({ event, actions: [] }),
  canDecide: () => true,
  close: () => {},
};

const secrets = readSecrets(fileURLToPath(new URL('../../tenant.env', import.meta.url)));
const write = LOG === 'stdout' ? console.log : () => {};
const log = createLog({ secrets, write });
const metrics = createMetrics();
const server = await startServer({
  port: 0,
  secret: 'b2f3c1d4e5a69788796a5b4c3d2e1f00',
  database: openDatabase(DATABASE_FILE),
  flows:
    FLOW === 'none'
      ? admitsAll
      : await startFlows({
          folder: TENANT,
          secrets,
          log,
          metrics,
          cacheUrl: CACHE_URL,
        }),
  log,
  metrics,
  ...(HASH === 'sha256' && {
    password: { hash, verify: async (given) => given.hash === (await hash(given.password)) },
  }),
});
stopOnSignal(server, log);
if (LOG === 'stdout') {
  const address = await serveMetrics(metrics, { port: 0, hostname: '127.0.0.1' });
  log({ type: 'metrics', text: address });
}
// What is alive, without what is only waiting to be collected.
const { gc } = globalThis;
if (gc) {
  process.on('SIGUSR2', () => {
    gc();
    log({ type: 'heap', bytes: String(process.memoryUsage().heapUsed) });
  });
}
console.log(`Sign up with POST ${server.url}`);
