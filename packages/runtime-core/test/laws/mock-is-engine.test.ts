import { createMockApi, createMockEvent, runAction } from '@signup-actions/testing';
import { callScript, performCall } from '@signup-actions/testing/fast-check';
import type { PreUserRegistrationAPI } from '@signup-actions/types';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const strategies = fc.constantFrom('auth0', 'email', 'sms');

/** Calls that the engine rejects. */
const rejected = fc.constantFrom<(api: PreUserRegistrationAPI) => unknown>(
  (api) => api.user.setUserId('not an id'),
  (api) => api.user.setAppMetadata(['a', 'b'].join('.'), 1),
  (api) => api.user.setUserMetadata('big', 'x'.repeat(40_000)),
  (api) => api.validation.error('code', 'x'.repeat(101)),
  (api) => api.cache.set('key', 7 as never),
);

it('mock and engine have the same outcome for every script', async () => {
  await fc.assert(
    fc.asyncProperty(
      strategies,
      fc.array(fc.oneof({ weight: 4, arbitrary: callScript() }, rejected), { maxLength: 4 }),
      async (strategy, steps) => {
        const clock = (): number => 0;
        const event = createMockEvent({ connection: { strategy } });
        const mock = createMockApi({ clock, event });
        const action = async (_event: unknown, api: PreUserRegistrationAPI): Promise<void> => {
          for (const step of steps) {
            if (typeof step !== 'function') for (const call of step) performCall(api, call);
            else expect(() => step(api)).toThrow('Failed to ');
          }
        };

        await action(event, mock);
        const outcome = await runAction({ name: 'action', handler: action }, event, { clock });

        const withoutStacks = (data: unknown): unknown =>
          JSON.parse(JSON.stringify(data), (key, value) => (key === 'stack' ? undefined : value));
        expect(withoutStacks(mock.outcome())).toEqual(withoutStacks(outcome));
      },
    ),
  );
});
