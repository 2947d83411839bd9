import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openDatabase } from './open-database.ts';
import { startFlows } from './flows.ts';
import { startServer } from './start-server.ts';

const examples = new URL('../../', import.meta.url);
const { url } = await startServer({
  port: Number(process.env['PORT'] ?? 3000),
  // Sessions of an example end with it.
  secret: process.env['BETTER_AUTH_SECRET'] ?? randomBytes(32).toString('hex'),
  database: openDatabase(process.env['DATABASE_FILE'] ?? ':memory:'),
  flows: await startFlows({
    folder: fileURLToPath(new URL('tenant', examples)),
    secretsFile: fileURLToPath(new URL('tenant.env', examples)),
    log: console.log,
    cacheUrl: process.env['CACHE_URL'] ?? '',
  }),
  log: (line) => console.log(line),
});
console.log(`Sign up with POST ${url}`);
