import type { Event } from '@signup-actions/types';
import fc from 'fast-check';
import { createMockEvent } from '../events/create-mock-event.ts';
import { flow } from '../fast-check/api-call.ts';
import { actionFrom, type Script } from '../fast-check/script.ts';
import { assertEqual } from './contract-check.ts';
import type { HostLaw } from './host.ts';
import { eventEdit } from './hostile-input.ts';

export const shortCircuit: HostLaw = (run, parameters) =>
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
      assertEqual(steps, expected, 'what the Actions did');
    }),
    parameters,
  );

const refuses = (script: Script): boolean =>
  script.some(({ method }) => method === 'access.deny' || method === 'validation.error');

export const eventIsolation: HostLaw = (run, parameters) =>
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

      const unchanged = edits.map(() => before);
      assertEqual(event, before, "the caller's event");
      assertEqual(seen, unchanged, 'the event of each Action');
      assertEqual(user, before.user, 'the stored user');
    }),
    parameters,
  );
