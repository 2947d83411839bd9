import { formatOutcome } from '@signup-actions/runtime-core';
import {
  createFakeClock,
  createMockCache,
  createMockEvent,
  runFlow,
} from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import * as blockDomainsModule from '../../recipes/block-domains.js';
import * as rateLimitModule from '../../recipes/rate-limit.js';

// #region actions
const blockDomains = {
  name: 'block-domains',
  handler: blockDomainsModule.onExecutePreUserRegistration,
};
const rateLimit = {
  name: 'rate-limit',
  handler: rateLimitModule.onExecutePreUserRegistration,
};
const tagPlan: PreUserRegistrationAction = async (event, api) => {
  const isTeam = event.user.email?.endsWith('@corp.example');
  api.user.setAppMetadata('plan', isTeam ? 'team' : 'free');
};

// Durations are the same at each run.
const clock = createFakeClock();
// #endregion actions

it('stops at a refusal', async () => {
  // #region short-circuit
  const event = createMockEvent({ user: { email: 'mallory@disposable.example' } });
  const outcome = await runFlow([rateLimit, blockDomains, tagPlan], event, { clock });

  expect(outcome).toHaveDenied('disposable domain disposable.example');
  expect(outcome).toHaveRun('rate-limit');
  expect(outcome).toHaveSkipped('tagPlan');
  expect(outcome).not.toHaveSetAppMetadata('plan');
  // #endregion short-circuit
  await expect(formatOutcome(outcome)).toMatchFileSnapshot(
    'outputs/short-circuit.txt',
  );
});

it('aggregates', async () => {
  // #region aggregation
  const first: PreUserRegistrationAction = async (_event, api) => {
    api.user.setUserMetadata('plan', { name: 'free', seats: 1 });
    api.user.setUserMetadata('trial', true);
  };
  const second: PreUserRegistrationAction = async (event, api) => {
    api.user.setUserMetadata('sees', Object.keys(event.user.user_metadata ?? {}));
    api.user.setUserMetadata('plan', { name: 'team' });
    api.user.setUserMetadata('trial', null);
  };

  const outcome = await runFlow([first, second]);

  expect(outcome).toMatchObject({
    status: 'allowed',
    user: { user_metadata: { sees: [], plan: { name: 'team' } } },
  });
  // #endregion aggregation
  // What was replaced, and what was removed, is gone.
  expect(outcome).toHaveProperty('user.user_metadata', {
    sees: [],
    plan: { name: 'team' },
  });

  // #region visible
  const visible = await runFlow([first, second], createMockEvent(), {
    pendingMetadata: 'visible',
  });

  expect(visible).toHaveSetUserMetadata('sees', ['plan', 'trial']);
  // #endregion visible
});

it('fails closed', async () => {
  // #region failure
  async function lookUp(): Promise<void> {
    throw new Error('the register is not reachable');
  }
  const outcome = await runFlow([tagPlan, lookUp, blockDomains], createMockEvent(), {
    clock,
  });

  expect(outcome).toHaveFailed('not reachable');
  expect(outcome).toHaveSkipped('block-domains');
  // #endregion failure
  await expect(formatOutcome(outcome)).toMatchFileSnapshot('outputs/failure.txt');
});

it('keeps secrets apart', async () => {
  // #region secrets
  const greedy: PreUserRegistrationAction = async (event, api) => {
    api.user.setAppMetadata('knows', Object.keys(event.secrets));
  };

  const outcome = await runFlow([
    { name: 'first', handler: tagPlan, secrets: { API_KEY: 'example-key' } },
    {
      name: 'second',
      handler: greedy,
      secrets: { SIGNUP_KEY: 'example-signup-key' },
    },
  ]);

  expect(outcome).toHaveSetAppMetadata('knows', ['SIGNUP_KEY']);
  // #endregion secrets
});

it('shares the cache', async () => {
  // #region cache
  const cache = createMockCache();
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    expect(
      await runFlow([rateLimit, tagPlan], createMockEvent(), { cache }),
    ).toHaveAllowed();
  }

  const sixth = await runFlow([rateLimit, tagPlan], createMockEvent(), { cache });

  expect(sixth).toHaveDenied('attempt 6 within an hour');
  expect(cache.records.get('attempts:203.0.113.7')?.value).toBe('6');
  // #endregion cache
});

it('notices work that comes late', async () => {
  // #region late
  const forgetful: PreUserRegistrationAction = async (event, api) => {
    void isAbusive(event.user.email).then((abusive) => {
      if (abusive)
        api.access.deny('known for abuse', 'We cannot create this account.');
    });
  };

  await expect(runFlow([forgetful])).rejects.toThrow('Is an await missing?');
  // #endregion late
  const error = await runFlow([forgetful]).catch((reason: unknown) => reason);
  // The line of this file changes with every edit above it.
  const message = (error as Error).message.replace(/ at \S+\.test\.ts:\d+/, '');
  await expect(message).toMatchFileSnapshot('outputs/late.txt');
});

/** Takes a while, as any question to a service does. */
async function isAbusive(email = ''): Promise<boolean> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  return email.length > 0;
}
