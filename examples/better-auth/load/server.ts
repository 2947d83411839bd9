import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createRuntime } from '@signup-actions/runtime-core';
import { startFlows, type Flows } from '../src/flows.ts';
import { openDatabase } from '../src/open-database.ts';
import { startServer } from '../src/start-server.ts';

// The example's server, but the flow and the slow password hash can be switched off.
// For measuring only.
const { CACHE_URL = '', DATABASE_FILE = '', FLOW, HASH, TENANT = '' } = process.env;

const hash = async (password: string): Promise<string> =>
  createHash('sha256').update(password).digest('hex');
const runtime = createRuntime();
const admitsAll: Flows = {
  decide: (event) => runtime.run({ event, actions: [] }),
  close: () => {},
};

const { url } = await startServer({
  port: 0,
  secret: 'b2f3c1d4e5a69788796a5b4c3d2e1f00',
  database: openDatabase(DATABASE_FILE),
  flows:
    FLOW === 'none'
      ? admitsAll
      : await startFlows({
          folder: TENANT,
          secretsFile: fileURLToPath(new URL('../../tenant.env', import.meta.url)),
          log: () => {},
          cacheUrl: CACHE_URL,
        }),
  log: () => {},
  ...(HASH === 'sha256' && {
    password: { hash, verify: async (given) => given.hash === (await hash(given.password)) },
  }),
});
console.log(`Sign up with POST ${url}`);
