import fc from 'fast-check';
import { flow } from '../../fast-check/flow.ts';
import { actionFrom } from '../../fast-check/script.ts';
import { createMockEvent } from '../../events/create-mock-event.ts';
import { demand } from './demand.ts';
import type { HostLaw } from './host.ts';
import { refuses } from './refuses.ts';

export const shortCircuit: HostLaw = {
  name: 'F1 F2 F3: Actions run in order, and none after one that refuses',
  check: (run, parameters) =>
    fc.assert(
      fc.asyncProperty(flow({ maxActions: 5 }), async (scripts) => {
        const steps: string[] = [];
        const actions = scripts.map((script, index) => {
          const play = actionFrom(script);
          return {
            name: `action ${index + 1}`,
            handler: async (...args: Parameters<typeof play>) => {
              steps.push(`start ${index + 1}`);
              await play(...args);
              steps.push(`end ${index + 1}`);
            },
          };
        });

        await run({ event: createMockEvent(), actions });

        const refusing = scripts.findIndex(refuses);
        const started = refusing < 0 ? scripts : scripts.slice(0, refusing + 1);
        const expected = started.flatMap((_, index) => [`start ${index + 1}`, `end ${index + 1}`]);
        demand(steps, expected, 'Actions that ran');
      }),
      parameters,
    ),
};
