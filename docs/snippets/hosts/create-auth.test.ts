import { DatabaseSync } from 'node:sqlite';
import { createRequire } from 'node:module';
import { getMigrations } from 'better-auth/db/migration';
import { expect, it, vi } from 'vitest';
import { createAuth } from './create-auth.ts';

it('runs the Actions before Better Auth creates a user, and logs the reason', async () => {
  vi.stubEnv('BETTER_AUTH_SECRET', 'b2f3c1d4e5a69788796a5b4c3d2e1f00');
  vi.stubEnv('BETTER_AUTH_URL', 'http://localhost:3000');
  const print = vi.spyOn(console, 'log').mockReturnValue();
  const code = new URL(
    '../../../examples/tenant/actions/block-disposable-domains/code.js',
    import.meta.url,
  );
  const { onExecutePreUserRegistration: handler } = createRequire(import.meta.url)(code.pathname);
  const secrets = { BLOCKED_DOMAINS: 'disposable.example, throwaway.example' };
  const database = new DatabaseSync(':memory:');
  const auth = createAuth(database, [{ name: 'block-disposable-domains', handler, secrets }]);
  await (await getMigrations(auth.options)).runMigrations();
  const signUp = (email: string) =>
    auth.api.signUpEmail({ body: { email, name: 'Ada', password: 'correct horse' } });

  await expect(signUp('ada@disposable.example')).rejects.toMatchObject({
    statusCode: 403,
    body: { code: 'SIGNUP_DENIED', message: 'Please sign up with your work address.' },
  });
  const { user } = await signUp('ada@example.com');

  expect(user).toMatchObject({ email: 'ada@example.com', userMetadata: {} });
  expect(database.prepare('select email from user').all()).toEqual([{ email: 'ada@example.com' }]);
  const entries = print.mock.calls.map(([line]) => JSON.parse(line));
  expect(entries).toEqual([
    {
      type: 'fs',
      description: 'pre-user-registration: disposable e-mail domain disposable.example',
    },
    { type: 'ss', description: 'pre-user-registration: admitted' },
  ]);
  print.mockRestore();
  vi.unstubAllEnvs();
  database.close();
});
