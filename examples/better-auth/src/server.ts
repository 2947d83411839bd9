import { fileURLToPath } from 'node:url';
import { openDatabase } from './open-database.ts';
import { startFlows } from './flows.ts';
import { readSettings } from './read-settings.ts';
import { startServer } from './start-server.ts';

const examples = new URL('../../', import.meta.url);
try {
  const { port, secret, databaseFile, cacheUrl } = readSettings(process.env);
  const { url } = await startServer({
    port,
    secret,
    database: openDatabase(databaseFile),
    flows: await startFlows({
      folder: fileURLToPath(new URL('tenant', examples)),
      secretsFile: fileURLToPath(new URL('tenant.env', examples)),
      log: (text) => process.stdout.write(text),
      cacheUrl,
    }),
    log: (line) => console.log(line),
  });
  console.log(`Sign up with POST ${url}`);
} catch (thrown) {
  console.error(`Failed to start: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  process.exit(1);
}
