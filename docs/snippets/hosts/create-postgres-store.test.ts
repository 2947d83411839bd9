import { PGlite } from '@electric-sql/pglite';
import { createRuntime, type Action } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { cacheStoreContract } from '@signup-actions/testing/contracts';
import { afterAll, expect, it } from 'vitest';
import { createPostgresStore } from './create-postgres-store.ts';

// PostgreSQL itself, compiled to WebAssembly.
const database = new PGlite();
await database.exec('create table signup_cache (key text primary key, value text not null)');
afterAll(() => database.close());

async function createStore() {
  await database.exec('truncate signup_cache');
  return createPostgresStore(database);
}

it.each(cacheStoreContract(createStore))('PostgreSQL: $name', async ({ check }) => {
  await expect(check()).resolves.toBeUndefined();
});

it('C11: several processes over PostgreSQL lose no write of another key, and count exactly one after another', async () => {
  const store = await createStore();
  const runtimes = [1, 2, 3].map(() => createRuntime({ cache: store }));
  const count: Action = {
    name: 'count',
    handler: async ({ user }, { cache }) => {
      const key = String(user.email);
      cache.set(key, String(Number(cache.get(key)?.value ?? 0) + 1));
    },
  };
  const signUp = (email: string, server: number) =>
    runtimes.at(server)!.run({ event: createMockEvent({ user: { email } }), actions: [count] });

  // Each address at one server after another, and different addresses at different servers at the same time.
  const emails = ['ada', 'bob', 'eve', 'joe', 'sue'].map((name) => `${name}@example.com`);
  const outcomes = await Promise.all(
    emails.map(async (email, index) => {
      for (let attempt = 0; attempt < 8; attempt += 1) await signUp(email, (attempt + index) % 3);
      return signUp(email, index % 3);
    }),
  );

  expect(outcomes.map(({ calls }) => calls.at(-1)?.args[1])).toEqual(['9', '9', '9', '9', '9']);
  expect(outcomes.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
});
