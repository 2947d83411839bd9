import fc from 'fast-check';
import { createMockEvent } from '../../events/create-mock-event.ts';
import { actionsFrom, flow } from '../../fast-check/flow.ts';
import type { Script } from '../../fast-check/script.ts';
import { demand } from './demand.ts';
import type { HostLaw } from './host.ts';

type Metadata = Record<string, unknown>;

const startingMetadata = fc.dictionary(fc.constantFrom('plan', 'source', 'kept'), fc.jsonValue());

export const aggregation: HostLaw = {
  name: 'M2 M3 M4: stored metadata is what was there, with the last write of each key, null removing it',
  check: (run, parameters) =>
    fc.assert(
      fc.asyncProperty(startingMetadata, flow({ refusals: false }), async (before, scripts) => {
        const { status, user } = await run({
          event: createMockEvent({ user: { user_metadata: before, app_metadata: before } }),
          actions: actionsFrom(scripts),
        });

        const calls = scripts.flat();
        demand(status, 'allowed', 'status');
        for (const [kind, method] of [
          ['user_metadata', 'user.setUserMetadata'],
          ['app_metadata', 'user.setAppMetadata'],
        ] as const) {
          demand(user?.[kind], lastWrites(before, calls, method), kind);
        }
      }),
      parameters,
    ),
};

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
