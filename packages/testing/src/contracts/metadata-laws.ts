import fc from 'fast-check';
import { createMockEvent } from '../events/create-mock-event.ts';
import { callScript, flow } from '../fast-check/api-call.ts';
import { actionsFrom, type Script } from '../fast-check/script.ts';
import { assertEqual } from './contract-check.ts';
import type { HostLaw } from './host.ts';

type Metadata = Record<string, unknown>;

export const aggregation: HostLaw = (run, parameters) =>
  fc.assert(
    fc.asyncProperty(startingMetadata, flow({ refusals: false }), async (before, scripts) => {
      const { status, user } = await run({
        event: createMockEvent({ user: { user_metadata: before, app_metadata: before } }),
        actions: actionsFrom(scripts),
      });

      const calls = scripts.flat();
      assertEqual(status, 'allowed', 'the status');
      for (const [kind, method] of [
        ['user_metadata', 'user.setUserMetadata'],
        ['app_metadata', 'user.setAppMetadata'],
      ] as const) {
        assertEqual(user?.[kind], applyLastWrites(before, calls, method), kind);
      }
    }),
    parameters,
  );

const startingMetadata = fc.dictionary(fc.constantFrom('plan', 'source', 'kept'), fc.jsonValue());

/** The rule a second time, as plainly as possible. */
function applyLastWrites(before: Metadata, calls: Script, method: string): Metadata {
  const stored = new Map(Object.entries(before));
  for (const call of calls) {
    if (call.method !== method) continue;
    const [key, value] = call.args as [string, unknown];
    if (value === null) stored.delete(key);
    else stored.set(key, JSON.parse(JSON.stringify(value)));
  }
  return Object.fromEntries(stored);
}

export const splitting: HostLaw = (run, parameters) =>
  fc.assert(
    fc.asyncProperty(callScript({ refusals: false }), fc.nat(), async (script, seed) => {
      const cut = seed % (script.length + 1);
      const store = async (scripts: readonly Script[]): Promise<unknown> => {
        const { status, user } = await run({
          event: createMockEvent(),
          actions: actionsFrom(scripts),
        });
        return { status, user };
      };
      const whole = await store([script]);
      const halves = await store([script.slice(0, cut), script.slice(cut)]);
      // No more Actions than a trigger has: a script has at most twelve calls.
      const single = await store(script.map((call) => [call]));

      assertEqual(halves, whole, 'the result of two Actions');
      assertEqual(single, whole, 'the result of an Action for each call');
    }),
    parameters,
  );
