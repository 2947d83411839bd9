import { createRuntime } from '@signup-actions/runtime-core';
import { cacheStoreContract, hostContract } from '@signup-actions/testing/contracts';
import { expect, it } from 'vitest';

const store = new Map<string, string>();
const runtime = createRuntime({ cache: store, clock: () => 0 });

it.each(hostContract(runtime.run))('my host: $name', async ({ check }) => {
  await expect(check()).resolves.toBeUndefined();
});

it.each(cacheStoreContract(() => new Map()))('my store: $name', async ({ check }) => {
  await expect(check()).resolves.toBeUndefined();
});
