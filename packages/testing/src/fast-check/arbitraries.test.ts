import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent, runFlow } from '@signup-actions/testing';
import {
  actionFrom,
  actionsFrom,
  callScript,
  flow,
  signupEvent,
  type Script,
} from '@signup-actions/testing/fast-check';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonValue } from './json-value.ts';

it('draws events that the engine accepts, of every way of signing up', async () => {
  const strategies = new Set<string>();
  await fc.assert(
    fc.asyncProperty(signupEvent(), async (event) => {
      strategies.add(event.connection.strategy);
      expect(await createRuntime().run({ event, actions: [] })).toMatchObject({
        status: 'allowed',
        user: event.user,
      });
    }),
  );
  expect(strategies).toEqual(new Set(['auth0', 'email', 'sms']));
});

it('draws events from one starting point, with overrides', () => {
  const overrides = { user: { email: 'ada@example.com' }, tenant: { id: 'other-tenant' } };
  fc.assert(
    fc.property(signupEvent({ from: 'api-signup', overrides }), (event) => {
      expect(event.transaction).toBeUndefined();
      expect(event.user.email).toBe('ada@example.com');
      expect(event.tenant.id).toBe('other-tenant');
      expect(event.request.ip).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\./);
    }),
  );
});

it('draws flows whose outcome has exactly their calls', async () => {
  await fc.assert(
    fc.asyncProperty(flow({ refusals: false }), async (scripts) => {
      const outcome = await runFlow(actionsFrom(scripts), createMockEvent());
      expect(outcome.calls.map(({ method }) => method)).toEqual(
        scripts.flat().map(({ method }) => method),
      );
    }),
    { numRuns: 30 },
  );
});

it('draws metadata that JSON keeps', () => {
  // One value in two thousand has -0 if nothing removes it.
  const drawn = fc.sample(jsonValue(2), { numRuns: 20_000, seed: 3 });

  expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn);
});

it('prints a script as the source of an Action that makes the same calls', async () => {
  const [script = []] = fc.sample(callScript({ refusals: false }), { seed: 3, numRuns: 1 });
  const source = fc.stringify(script);
  // oxlint-disable-next-line typescript/no-implied-eval, eslint/no-new-func -- the printed source must run
  const handler = new Function(`return ${source}`)() as ReturnType<typeof actionFrom>;

  expect(source).toMatchInlineSnapshot(`
    "async (event, api) => {
      api.user.setAppMetadata("plan", [null,{"$B.G*P":-1.6724456927011256e+260}]);
      api.user.setAppMetadata("source", {"gt3{n\`":null,"mF":null,"\\\\":"oaBk","":-1.8030951212507393e-245,"]V":null});
      api.cache.delete("seen");
      api.user.setUserMetadata("plan", null);
      api.cache.set("__proto__", "𔕦ᚓ𑒀𞱻╳ɜ", undefined);
      api.user.setAppMetadata("__proto__", "team");
    }"
  `);
  const callsOf = async (action: PreUserRegistrationAction): Promise<unknown> =>
    (await runFlow([action], createMockEvent(), { clock: () => 0 })).calls;
  expect(await callsOf(handler)).toEqual(await callsOf(actionFrom(script)));
  expect(fc.stringify(fc.sample(callScript(), { seed: 1, numRuns: 20 }).find(isEmpty))).toBe(
    'async (event, api) => {}',
  );
});

const isEmpty = (script: Script): boolean => script.length === 0;
