import { randomBytes } from 'node:crypto';

/** What the environment says about the server. Throws with a sentence on what cannot be. */
export function readSettings({
  PORT = '3000',
  CACHE_URL: cacheUrl = '',
  DATABASE_FILE: databaseFile = ':memory:',
  // Sessions of an example end with it.
  BETTER_AUTH_SECRET: secret = randomBytes(32).toString('hex'),
}: NodeJS.ProcessEnv) {
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is a number from 0 to 65535, and not ${JSON.stringify(PORT)}.`);
  }
  // The address itself may hold a password.
  if (cacheUrl !== '' && !/^rediss?:$/.test(URL.parse(cacheUrl)?.protocol ?? '')) {
    throw new Error('CACHE_URL is the address of a Redis, such as redis://localhost:6379.');
  }
  return { port, cacheUrl, databaseFile, secret };
}
