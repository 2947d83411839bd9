import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { actionFrom, callScript, type Script } from '@signup-actions/testing/fast-check';
import fc from 'fast-check';
import { expect, it } from 'vitest';

type Metadata = Record<string, unknown>;

const startingMetadata = fc.dictionary(fc.constantFrom('plan', 'source', 'kept'), fc.jsonValue());

it('M2 M3 M4: stored metadata is what was there, with the last write of each key, null removing it', async () => {
  await fc.assert(
    fc.asyncProperty(
      startingMetadata,
      fc.array(callScript({ refusals: false }), { maxLength: 4 }),
      async (before, scripts) => {
        const outcome = await createRuntime().run({
          event: createMockEvent({ user: { user_metadata: before, app_metadata: before } }),
          actions: scripts.map((script, index) => ({
            name: `${index}`,
            handler: actionFrom(script),
          })),
        });

        const calls = scripts.flat();
        expect(outcome).toMatchObject({ status: 'allowed' });
        expect(toEntries(outcome.status === 'allowed' && outcome.user.user_metadata)).toEqual(
          toEntries(lastWrites(before, calls, 'user.setUserMetadata')),
        );
        expect(toEntries(outcome.status === 'allowed' && outcome.user.app_metadata)).toEqual(
          toEntries(lastWrites(before, calls, 'user.setAppMetadata')),
        );
      },
    ),
  );
});

/** The rule once more, as plainly as it can be said. */
function lastWrites(before: Metadata, calls: Script, method: string): Metadata {
  const stored = new Map(Object.entries(before));
  for (const call of calls) {
    if (call.method !== method) continue;
    const [key, value] = call.args as [string, unknown];
    if (value === null) stored.delete(key);
    else stored.set(key, JSON.parse(JSON.stringify(value)));
  }
  return Object.fromEntries(stored);
}

/** As pairs, because an own `__proto__` is invisible to most comparisons. */
const toEntries = (metadata: unknown): unknown[] =>
  Object.entries(metadata as Metadata).toSorted(([a], [b]) => (a < b ? -1 : 1));
