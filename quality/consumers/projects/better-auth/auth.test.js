import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signupActions } from '@signup-actions/better-auth';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';

/** @type {Record<string, unknown[]>} */
const tables = { user: [], session: [], account: [], verification: [] };

const auth = betterAuth({
  baseURL: 'http://localhost:3000',
  secret: 'b2f3c1d4e5a69788796a5b4c3d2e1f00',
  database: memoryAdapter(tables),
  emailAndPassword: { enabled: true },
  plugins: [
    signupActions({
      actions: [
        {
          name: 'refuse',
          handler: async (event, api) => {
            if (event.user.name === 'Eve') api.access.deny('no', 'Not today.');
            api.user.setAppMetadata('plan', 'free');
          },
        },
      ],
    }),
  ],
});

/** @param {string} name */
const signUp = (name) =>
  auth.api.signUpEmail({
    body: { email: `${name}@example.com`, name, password: 'correct horse' },
  });

void test('a user whom the Actions allow is stored with metadata, and another one is not', async () => {
  const { user } = await signUp('Ada');
  await assert.rejects(signUp('Eve'), { status: 'FORBIDDEN' });

  assert.equal(user.name, 'Ada');
  assert.equal(tables['user']?.length, 1);
  assert.match(JSON.stringify(tables['user']), /"plan\W+free/);
});
