import fc from 'fast-check';
import { createMockEvent } from '../../events/create-mock-event.ts';
import { demand } from './demand.ts';
import { hostileArgument } from './hostile-arguments.ts';
import type { HostLaw } from './host.ts';

const tooLong = fc.string({ minLength: 101, unit: 'grapheme-ascii' }).map((text) => () => text);

export const rejectedRefusal: HostLaw = {
  name: 'R4: a refusal that is rejected for its arguments admits nobody, even when the error is swallowed',
  check: (run, parameters) =>
    fc.assert(
      fc.asyncProperty(fc.oneof(hostileArgument(), tooLong), async (make) => {
        const { status } = await run({
          event: createMockEvent(),
          actions: [
            {
              name: 'refusing',
              handler: async (_event, api) => {
                try {
                  api.validation.error('code', make() as string);
                } catch {
                  // Swallowed, as careless Actions do.
                }
              },
            },
          ],
        });

        demand(status, 'failed', 'status');
      }),
      parameters,
    ),
};
