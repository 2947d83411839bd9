import type { MethodPath } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { checkScenario } from '../check/check-scenario.ts';
import type { ActionScript, FlowScript, Scenario, Step } from '../scripts/script.ts';
import { toData } from '../scripts/values.ts';

const call = (method: MethodPath, ...args: unknown[]): Step => ({
  do: 'call',
  method,
  args: args.map(toData),
  guarded: true,
});

const act = (...steps: Step[]): ActionScript => ({
  kind: 'async',
  secrets: {},
  configuration: {},
  steps,
});

const signUp = (...actions: ActionScript[]): FlowScript => ({
  strategy: 'auth0',
  user: { email: 'ada@example.com' },
  actions,
  isElsewhere: false,
});

it('a record that a store lost may be found again by a flow that has failed to delete it', async () => {
  const scenario: Scenario = {
    limits: {},
    pendingMetadata: 'hidden',
    store: [
      { does: 'delay', ms: 10.5 },
      { does: 'answer' },
      { does: 'delay', ms: 10.5 },
      { does: 'delay', ms: 999.5 },
      { does: 'false' },
    ],
    flows: [
      signUp(),
      signUp(act(call('cache.get', 'a'), call('cache.set', 'a', '1'))),
      signUp(
        act(call('cache.set', 'b', '1', { ttl: 50 }), call('cache.delete', 'a')),
        act(),
        act(call('cache.set', 'b', '1', { ttl: 50 }), call('cache.get', 'a')),
      ),
    ],
  };

  expect(await checkScenario(scenario)).toBeUndefined();
});

it('a record that a clock shows again is reported like any other that was written without a lifetime', async () => {
  const jump = (ms: number): Step => ({ do: 'jump', ms });
  const scenario: Scenario = {
    limits: {},
    pendingMetadata: 'hidden',
    store: [],
    flows: [
      signUp(act(call('cache.set', 'b', '1')), act(jump(86_400_001))),
      signUp(act(jump(-60_000)), act(call('cache.get', 'b'))),
    ],
  };

  expect(await checkScenario(scenario)).toBeUndefined();
});
