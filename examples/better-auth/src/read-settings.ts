import { randomBytes } from 'node:crypto';

/** Reads the settings of the server from the environment. Throws an error with one sentence if a value is invalid. */
export function readSettings({
  PORT = '3000',
  CACHE_URL: cacheUrl = '',
  DATABASE_FILE: databaseFile = ':memory:',
  // A new one at each start: sessions of the example end with the server.
  BETTER_AUTH_SECRET: secret = randomBytes(32).toString('hex'),
}: NodeJS.ProcessEnv) {
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535 but is ${JSON.stringify(PORT)}.`);
  }
  // The message does not repeat the address, which may contain a password.
  if (cacheUrl !== '' && !/^rediss?:$/.test(URL.parse(cacheUrl)?.protocol ?? '')) {
    throw new Error('CACHE_URL must be the address of a Redis, such as redis://localhost:6379.');
  }
  return { port, cacheUrl, databaseFile, secret };
}
