import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import {
  callScript,
  performCall,
  refusalCall,
  type ScriptCall,
} from '@signup-actions/testing/fast-check';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** What a handler may do once it has refused. */
const endings = {
  returns: () => {},
  throws: explode,
};

/** Arguments that are no texts; made anew each time, since some cannot even be looked at. */
const hostileArguments = {
  undefined: () => undefined,
  null: () => null,
  symbol: () => Symbol('reason'),
  bigint: () => 7n,
  error: () => new Error('reason'),
  promise: () => Promise.resolve('reason'),
  bare: () => Object.create(null) as unknown,
  unprintable: () => ({ toString: explode }),
  trapped: () => new Proxy({}, new Proxy({}, { get: () => explode })),
};

const hostile = fc.constantFrom(
  ...(Object.keys(hostileArguments) as (keyof typeof hostileArguments)[]),
);

function explode(): never {
  throw new Error('exploded');
}

it('F2 F3 F5 F6: a refusal, once made, is never lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      callScript({ refusals: false }),
      refusalCall(),
      callScript(),
      fc.constantFrom('returns', 'throws'),
      async (before, refusal, after, ending) => {
        const outcome = await createRuntime().run({
          event: createMockEvent(),
          actions: [
            {
              name: 'refusing',
              handler: async (_event, api) => {
                for (const call of [...before, refusal, ...after]) performCall(api, call);
                endings[ending]();
              },
            },
            {
              name: 'next',
              handler: async (_event, api) => api.user.setUserMetadata('plan', 'free'),
            },
          ],
        });

        expect(outcome.status).toBe(ending === 'throws' ? 'failed' : statusOf(refusal));
        expect(outcome.refusals[0]).toMatchObject(toTexts(refusal));
        expect(outcome).not.toHaveProperty('user');
      },
    ),
  );
});

it('R3: deny refuses whatever its arguments', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { maxLength: 3 }), async (names) => {
      const args = names.map((name) => hostileArguments[name]());
      const outcome = await createRuntime().run({
        event: createMockEvent(),
        actions: [
          {
            name: 'refusing',
            handler: async (_event, api) => api.access.deny(...(args as [string, string])),
          },
        ],
      });

      expect(outcome.status).toBe('denied');
    }),
  );
});

it('R4: a refusal that is rejected for its arguments admits nobody, even when the error is swallowed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        hostile.map((name) => hostileArguments[name]),
        fc.string({ minLength: 101, unit: 'grapheme-ascii' }).map((text) => () => text),
      ),
      async (makeArgument) => {
        const outcome = await createRuntime().run({
          event: createMockEvent(),
          actions: [
            {
              name: 'refusing',
              handler: async (_event, api) => {
                try {
                  api.validation.error('code', makeArgument() as string);
                } catch {
                  // Swallowed, as careless Actions do.
                }
              },
            },
          ],
        });

        expect(outcome).toMatchObject({
          status: 'failed',
          failure: { error: { code: 'refusal-rejected' } },
        });
      },
    ),
  );
});

const statusOf = ({ method }: ScriptCall): string =>
  method === 'access.deny' ? 'denied' : 'invalid';

const toTexts = ({ method, args }: ScriptCall): object =>
  method === 'access.deny'
    ? { type: 'deny', reason: args[0], userMessage: args[1] }
    : { type: 'validation', errorCode: args[0], errorMessage: args[1] };
