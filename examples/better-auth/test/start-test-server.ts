import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { createMetrics } from '../src/create-metrics.ts';
import { readSecrets } from '../src/read-tenant.ts';
import { startFlows } from '../src/start-flows.ts';
import { startServer, type ServerOptions } from '../src/start-server.ts';
import type { TestTenant } from './create-test-tenant.ts';
import { createTestLog } from './create-test-log.ts';
import { createTestTimer } from './create-test-timer.ts';

const secretsFile = fileURLToPath(new URL('../../tenant.env', import.meta.url));

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

/** A server over real HTTP, with users in memory. Only the hash of passwords and the timer are not the real ones. */
export async function startTestServer(
  tenant: TestTenant,
  options: Pick<ServerOptions, 'showCodes'> = {},
) {
  const secrets = readSecrets(secretsFile);
  const testLog = createTestLog(secrets);
  const { timer, fire } = createTestTimer();
  const { log } = testLog;
  const metrics = createMetrics();
  const { folder } = tenant;
  const flows = await startFlows({ folder, secrets, log, metrics, timer, maxMemoryMb: 64 });
  const database = new DatabaseSync(':memory:');
  const server = await startServer({
    port: 0,
    secret: 'b2f3c1d4e5a69788796a5b4c3d2e1f00',
    database,
    flows,
    log,
    metrics,
    timer,
    password: cheapPassword,
    ...options,
  });
  const send = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(new URL(path, server.url), init);
    const text = await response.text();
    const isJson = text.startsWith('{');
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : { text },
      headers: response.headers,
    };
  };
  const post = (body: string, more: Record<string, string> = {}): Promise<Answer> =>
    send(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...more },
      body,
    });
  return {
    ...testLog,
    flows,
    metrics,
    fire,
    send,
    post,
    url: server.url,
    users: () => database.prepare('select * from user').all(),
    signUp: (email: string, more: object = {}, headers?: Record<string, string>) =>
      post(JSON.stringify({ email, name: 'Ada', password: 'correct horse', ...more }), headers),
    stop: server.close,
    async close() {
      await server.close();
      tenant.remove();
    },
  };
}

/** Better Auth's own hash takes a tenth of a second. */
const hash = async (password: string): Promise<string> =>
  createHash('sha256').update(password).digest('hex');
const cheapPassword = {
  hash,
  verify: async (given: { hash: string; password: string }) =>
    given.hash === (await hash(given.password)),
};
