import fc from 'fast-check';
import { createMockEvent } from '../../events/create-mock-event.ts';
import { demand } from './demand.ts';
import { hostileArgument } from './hostile-arguments.ts';
import type { HostLaw } from './host.ts';

export const denyAnyhow: HostLaw = {
  name: 'R3: deny refuses whatever its arguments',
  check: (run, parameters) =>
    fc.assert(
      fc.asyncProperty(fc.array(hostileArgument(), { maxLength: 3 }), async (makers) => {
        const { status } = await run({
          event: createMockEvent(),
          actions: [
            {
              name: 'refusing',
              handler: async (_event, api) =>
                api.access.deny(...(makers.map((make) => make()) as [string, string])),
            },
          ],
        });

        demand(status, 'denied', 'status');
      }),
      parameters,
    ),
};
