import { fileURLToPath } from 'node:url';
import { createLog, createLogConsole } from './create-log.ts';
import { createMetrics } from './create-metrics.ts';
import { openDatabase } from './open-database.ts';
import { readSecrets } from './read-tenant.ts';
import { readSettings } from './read-settings.ts';
import { serveMetrics } from './serve-metrics.ts';
import { startFlows } from './start-flows.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { startServer } from './start-server.ts';

const examples = new URL('../../', import.meta.url);
try {
  const settings = readSettings(process.env);
  const secrets = readSecrets(fileURLToPath(new URL('tenant.env', examples)));
  const log = createLog({ secrets, write: (line) => process.stdout.write(`${line}\n`) });
  globalThis.console = createLogConsole(log);
  const metrics = createMetrics();
  const server = await startServer({
    port: settings.port,
    secret: settings.secret,
    database: openDatabase(settings.databaseFile),
    flows: await startFlows({
      folder: fileURLToPath(new URL('tenant', examples)),
      secrets,
      cacheUrl: settings.cacheUrl,
      log,
      metrics,
    }),
    log,
    metrics,
  });
  if (settings.metrics) {
    const url = await serveMetrics(metrics, settings.metrics);
    log({ type: 'started', text: `Read metrics with GET ${url}` });
  }
  log({ type: 'started', text: `Sign up with POST ${server.url}` });

  stopOnSignal(server, log);
} catch (thrown) {
  process.stderr.write(
    `Failed to start: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`,
  );
  process.exit(1);
}
