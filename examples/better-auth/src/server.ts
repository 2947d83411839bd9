import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createApp } from './create-app.ts';
import { createAuth } from './create-auth.ts';
import { startFlows } from './flows.ts';

const port = Number(process.env['PORT'] ?? 3000);
const examples = new URL('../../', import.meta.url);
const flows = await startFlows({
  folder: fileURLToPath(new URL('tenant', examples)),
  secretsFile: fileURLToPath(new URL('tenant.env', examples)),
  log: console.log,
});
const auth = await createAuth({
  baseURL: `http://localhost:${port}`,
  // Sessions of an example end with it.
  secret: process.env['BETTER_AUTH_SECRET'] ?? randomBytes(32).toString('hex'),
  database: new DatabaseSync(process.env['DATABASE_FILE'] ?? ':memory:'),
  flows,
  log: (line) => console.log(line),
});
serve({ fetch: createApp(auth).fetch, port }, () =>
  console.log(`Sign up with POST http://localhost:${port}/api/auth/sign-up/email`),
);
