import fc from 'fast-check';
import { createMockEvent } from '../events/create-mock-event.ts';
import { callScript, refusalCall } from '../fast-check/api-call.ts';
import { performCall, type ScriptCall } from '../fast-check/script.ts';
import { assertEqual } from './contract-check.ts';
import type { HostAnswer, HostLaw } from './host.ts';
import { hostileArgument } from './hostile-input.ts';

export const refusalKept: HostLaw = (run, parameters) =>
  fc.assert(
    fc.asyncProperty(
      callScript({ refusals: false }),
      refusalCall(),
      callScript(),
      fc.boolean(),
      async (before, refusal, after, throws) => {
        const answer = await run({
          event: createMockEvent(),
          actions: [
            {
              name: 'refusing',
              handler: async (_event, api) => {
                for (const call of [...before, refusal, ...after]) performCall(api, call);
                if (throws) throw new Error('after its refusal');
              },
            },
            {
              name: 'next',
              handler: async (_event, api) => api.user.setUserMetadata('plan', 'free'),
            },
          ],
        });

        assertEqual(answer.status, throws ? 'failed' : statusOf(refusal), 'the status');
        assertEqual(answer.user, undefined, 'the stored user');
        if (!throws) assertEqual(toArguments(answer), refusal.args, 'the refusal');
      },
    ),
    parameters,
  );

const statusOf = ({ method }: ScriptCall): string =>
  method === 'access.deny' ? 'denied' : 'invalid';

/** The arguments of the call that refused. */
function toArguments({ refusal = {} }: HostAnswer): readonly unknown[] {
  const { reason, userMessage, errorCode = reason, errorMessage = userMessage } = refusal;
  return [errorCode, errorMessage];
}

export const denyAnyhow: HostLaw = (run, parameters) =>
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

      assertEqual(status, 'denied', 'the status');
    }),
    parameters,
  );

export const rejectedRefusal: HostLaw = (run, parameters) =>
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

      assertEqual(status, 'failed', 'the status');
    }),
    parameters,
  );

const tooLong = fc.string({ minLength: 101, unit: 'grapheme-ascii' }).map((text) => () => text);
