import { randomBytes } from 'node:crypto';

/** Reads the settings of the server from the environment. Throws an error with one sentence if a value is invalid. */
export function readSettings({
  PORT = '3000',
  CACHE_URL: cacheUrl = '',
  DATABASE_FILE: databaseFile = ':memory:',
  METRICS_PORT = '',
  // Not reachable from other machines.
  METRICS_HOST: hostname = '127.0.0.1',
  // A new one at each start: sessions of the example end with the server.
  BETTER_AUTH_SECRET: secret = randomBytes(32).toString('hex'),
}: NodeJS.ProcessEnv) {
  // The message does not repeat the address, which may contain a password.
  if (cacheUrl !== '' && !/^rediss?:$/.test(URL.parse(cacheUrl)?.protocol ?? '')) {
    throw new Error('CACHE_URL must be the address of a Redis, such as redis://localhost:6379.');
  }
  const metrics =
    METRICS_PORT === '' ? undefined : { port: toPort('METRICS_PORT', METRICS_PORT), hostname };
  return { port: toPort('PORT', PORT), cacheUrl, databaseFile, metrics, secret };
}

function toPort(name: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${name} must be a number from 0 to 65535 but is ${JSON.stringify(text)}.`);
}
