import { DatabaseSync } from 'node:sqlite';
import { createRuntime } from '@signup-actions/runtime-core';
import { cacheStoreContract, hostContract } from '@signup-actions/testing/contracts';
import { expect, it } from 'vitest';
import { createSqliteStore } from './create-sqlite-store.ts';

const runtime = createRuntime({ cache: new Map(), clock: () => 0 });

it.each(hostContract(runtime.run))('my host: $name', async ({ check }) => {
  await expect(check()).resolves.toBeUndefined();
});

const createStore = () => createSqliteStore(new DatabaseSync(':memory:'));

it.each(cacheStoreContract(createStore))('my store: $name', async ({ check }) => {
  await expect(check()).resolves.toBeUndefined();
});
