import fc from 'fast-check';
import { createMockEvent } from '../../events/create-mock-event.ts';
import { callScript, refusalCall } from '../../fast-check/api-call.ts';
import { performCall, type ScriptCall } from '../../fast-check/script.ts';
import { demand } from './demand.ts';
import type { HostLaw } from './host.ts';

export const refusalKept: HostLaw = {
  name: 'F2 F3 F5 F6 M6: a refusal, once made, is never lost: the first decides, and a throw admits nobody',
  check: (run, parameters) =>
    fc.assert(
      fc.asyncProperty(
        callScript({ refusals: false }),
        refusalCall(),
        callScript(),
        fc.boolean(),
        async (before, refusal, after, throws) => {
          const {
            status,
            refusal: decided,
            user,
          } = await run({
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

          demand(status, throws ? 'failed' : statusOf(refusal), 'status');
          demand(user, undefined, 'stored user');
          if (!throws) demand(toTexts(decided), [...refusal.args], 'texts of the refusal');
        },
      ),
      parameters,
    ),
};

const statusOf = ({ method }: ScriptCall): string =>
  method === 'access.deny' ? 'denied' : 'invalid';

const toTexts = ({
  reason,
  userMessage,
  errorCode = reason,
  errorMessage = userMessage,
}: Partial<
  Record<'errorCode' | 'errorMessage' | 'reason' | 'userMessage', string>
> = {}): unknown => [errorCode, errorMessage];
