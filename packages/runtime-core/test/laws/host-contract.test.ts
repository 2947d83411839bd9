import { createRuntime } from '@signup-actions/runtime-core';
import { hostContract } from '@signup-actions/testing/contracts';
import { expect, it } from 'vitest';

// The engine satisfies the contract that every host does.
const run = createRuntime({ clock: () => 0 }).run;

it.each(hostContract(run).map(({ name, check }) => [name, check] as const))(
  '%s',
  async (_, check) => {
    expect(await check()).toBeUndefined();
  },
);
