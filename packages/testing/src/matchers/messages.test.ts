import { setTimeout as wait } from 'node:timers/promises';
import { createRuntime } from '@signup-actions/runtime-core';
import { createMockApi, createMockEvent, runFlow } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';

// What a message says besides the specification that all runners share.

const messageOf = (assert: () => void): string => {
  try {
    assert();
  } catch (error) {
    return (error as Error).message.replaceAll(/ at \S+messages\.test\.ts:\d+/g, '');
  }
  throw new Error('The assertion passed.');
};

it('toHaveAllowed points only at the calls that refused', () => {
  const api = createMockApi();
  api.user.setUserMetadata('plan', 'free');
  api.access.deny('bot', 'Not now.');
  api.validation.error('code', 'Say it again.');

  const message = messageOf(() => expect(api).toHaveAllowed());

  expect(message.split('\n').filter((line) => line.includes('←'))).toEqual([
    '  2. api.access.deny("bot", "Not now.")   ← refused',
    '  3. api.validation.error("code", "Say it again.")   ← refused',
  ]);
});

it('toHaveAllowed does not point at a refusal that had no effect', async () => {
  const outcome = await runFlow([
    async (_event, api) => {
      api.validation.error('x'.repeat(101), 'Too long.');
    },
  ]);

  expect(messageOf(() => expect(outcome).toHaveAllowed())).not.toContain('← refused');
});

it('toHaveFailed says that the registration was allowed', async () => {
  const outcome = await runFlow([async () => {}]);

  expect(messageOf(() => expect(outcome).toHaveFailed())).toContain('the registration was allowed');
});

it('names the flow if it failed outside an Action', async () => {
  const outcome = await runFlow([async () => {}], undefined, { signal: AbortSignal.abort() });

  expect(messageOf(() => expect(outcome).toHaveAllowed())).toContain('because the flow failed: ');
});

it('names the outcome of a failed flow below the calls', async () => {
  const outcome = await runFlow([
    async () => {
      throw new Error('');
    },
  ]);

  expect(messageOf(() => expect(outcome).toHaveSetUserMetadata('plan'))).toContain(
    'cannot pass, because action 1 failed',
  );
});

it('does not name the outcome if the matcher does not depend on it', () => {
  const api = createMockApi();
  api.access.deny('bot', 'Not now.');

  expect(messageOf(() => expect(api).toHaveSetUserMetadata('plan'))).not.toContain('Outcome');
});

it('points at the call that matches, not at the one that it undid', () => {
  const api = createMockApi();
  api.user.setUserMetadata('plan', 'free').user.setUserMetadata('plan', 'free');

  const message = messageOf(() => expect(api).not.toHaveSetUserMetadata('plan', 'free'));

  expect(message.split('\n').filter((line) => line.includes('←'))).toEqual([
    '  2. api.user.setUserMetadata("plan", "free")   ← matches',
  ]);
});

it('says that a call was late', async () => {
  const { run } = createRuntime();
  const outcome = await run({
    event: createMockEvent(),
    actions: [
      {
        name: 'careless',
        handler: async (_event, api) => {
          setTimeout(() => api.user.setUserMetadata('plan', 'free'));
        },
      },
      { name: 'slow', handler: () => wait(20) },
    ],
  });

  expect(messageOf(() => expect(outcome).toHaveSetUserMetadata('plan'))).toContain(
    'api.user.setUserMetadata("plan", "free")   ← was called after its handler had settled',
  );
});

it.each([{ outcome: 1, calls: [] }, { outcome: () => {} }, { status: 'allowed', calls: [] }])(
  'accepts only a mock api or an outcome, not %o',
  (received) => {
    expect(messageOf(() => expect(received).toHaveAllowed())).toMatch(
      /^Failed to check with toHaveAllowed: it takes a mock api or an outcome but received /,
    );
  },
);

it.each([
  [null, 'null'],
  [7, '7'],
  [{ $$typeof: 'of another library' }, '{"$$typeof":"of another library"}'],
])('shows an expected %o as JSON', (expected, source) => {
  const api = createMockApi();

  expect(messageOf(() => expect(api).toHaveSetUserMetadata('plan', expected))).toContain(
    `api.user.setUserMetadata("plan", ${source})`,
  );
});

it('shows an asymmetric matcher with its class or sample as source', () => {
  const api = createMockApi();

  for (const [expected, source] of [
    [expect.any(Number), 'expect.any(Number)'],
    [expect.stringMatching(/x/), 'expect.stringMatching(/x/)'],
    [expect.anything(), 'expect.anything()'],
  ] as const) {
    expect(messageOf(() => expect(api).toHaveDenied(expected as never))).toContain(
      `api.access.deny(${source}, …)`,
    );
  }
});
