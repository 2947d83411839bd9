import { DatabaseSync } from 'node:sqlite';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { signupActions, type SignupActionsOptions } from '@signup-actions/better-auth';

const origin = 'http://localhost:3000';

/** Better Auth over a database in memory, with the plugin last. Requests keep the cookies that they get. */
export async function createTestAuth(
  signupOptions: SignupActionsOptions,
  { plugins = [], ...options }: BetterAuthOptions = {},
) {
  const database = new DatabaseSync(':memory:');
  const all: BetterAuthOptions = {
    baseURL: origin,
    secret: 'b2f3c1d4e5a69788796a5b4c3d2e1f00',
    database,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    ...options,
    emailAndPassword: { enabled: true, password: cheapPassword, ...options.emailAndPassword },
    plugins: [...plugins, signupActions(signupOptions)],
  };
  const { runMigrations } = await getMigrations(all);
  await runMigrations();
  const auth = betterAuth(all);
  let cookies = '';
  const send = async (path: string, body?: object, headers: Record<string, string> = {}) => {
    const request = new Request(`${origin}/api/auth${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        origin,
        'x-forwarded-for': '192.0.2.7',
        ...(cookies && { cookie: cookies }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const response = await auth.handler(request);
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (set.length > 0) cookies = [cookies, ...set].filter(Boolean).join('; ');
    const text = await response.text();
    return {
      status: response.status,
      location: response.headers.get('location'),
      body: (text.startsWith('{') ? JSON.parse(text) : { text }) as Record<string, unknown>,
    };
  };
  return {
    auth,
    send,
    signUp: (email: string, more: object = {}, headers?: Record<string, string>) =>
      send('/sign-up/email', { email, name: 'Ada', password: 'correct horse', ...more }, headers),
    /** The users in the database. */
    users: () => database.prepare('select * from user').all(),
    /** Deletes the users. */
    clear: () => database.exec('delete from session; delete from account; delete from user'),
    close: () => database.close(),
  };
}

export type TestAuth = Awaited<ReturnType<typeof createTestAuth>>;

/** Better Auth's own hash takes a tenth of a second. */
const cheapPassword = {
  hash: async (password: string) => `hash of ${password}`,
  verify: async ({ hash, password }: { hash: string; password: string }) =>
    hash === `hash of ${password}`,
};
