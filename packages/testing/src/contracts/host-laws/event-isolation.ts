import type { Event } from '@signup-actions/types';
import fc from 'fast-check';
import { createMockEvent } from '../../events/create-mock-event.ts';
import { demand } from './demand.ts';
import { eventEdit } from './event-edit.ts';
import type { HostLaw } from './host.ts';

export const eventIsolation: HostLaw = {
  name: 'F9: nothing of an Action’s edits reaches the next Action, the caller or the stored user',
  check: (run, parameters) =>
    fc.assert(
      fc.asyncProperty(fc.array(eventEdit(), { minLength: 1, maxLength: 3 }), async (edits) => {
        const event = createMockEvent({ user: { user_metadata: { nested: { deep: ['list'] } } } });
        const before = structuredClone(event);
        const seen: Event[] = [];
        const { user } = await run({
          event,
          actions: edits.map((edit, index) => ({
            name: `action ${index + 1}`,
            handler: async (own) => {
              seen.push(structuredClone(own));
              edit(own);
            },
          })),
        });

        demand(event, before, 'event of the caller');
        demand(
          seen,
          edits.map(() => before),
          'event of each Action',
        );
        demand(user, before.user, 'stored user');
      }),
      parameters,
    ),
};
