import fc from 'fast-check';
import { createMockEvent } from '../../events/create-mock-event.ts';
import { callScript } from '../../fast-check/api-call.ts';
import { actionsFrom } from '../../fast-check/flow.ts';
import type { Script } from '../../fast-check/script.ts';
import { demand } from './demand.ts';
import type { HostLaw } from './host.ts';

export const splitting: HostLaw = {
  name: 'M2: splitting a script over one, two or many Actions stores the same user',
  check: (run, parameters) =>
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
        // No more Actions than a trigger has; a script has at most twelve calls.
        const single = await store(script.map((call) => [call]));

        demand(halves, whole, 'stored by two Actions');
        demand(single, whole, 'stored by an Action for each call');
      }),
      parameters,
    ),
};
