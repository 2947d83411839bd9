import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { auth, database } from './auth.js';

void test('users are stored in the tables that the command of Better Auth generates', async () => {
  database.exec(readFileSync('schema.sql', 'utf8'));
  /** @param {string} email */
  const signUp = (email) =>
    auth.api.signUpEmail({ body: { email, name: 'Ada', password: 'correct horse' } });

  const { user } = await signUp('ada@example.com');
  await assert.rejects(signUp('ada@disposable.example'), { status: 'FORBIDDEN' });

  /** @type {unknown} */
  const metadata = user.userMetadata;
  assert.deepEqual(metadata, { plan: 'free' });
  assert.deepEqual(
    database
      .prepare('select email, userMetadata, appMetadata from user')
      .all()
      .map((row) => ({ ...row })),
    [{ email: 'ada@example.com', userMetadata: '{"plan":"free"}', appMetadata: '{}' }],
  );
});
