import { setTimeout as wait } from 'node:timers/promises';
import { createRuntime } from '@signup-actions/runtime-core';
import { createMockApi, createMockEvent, runFlow } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';

// What a failed assertion says beside its calls.

const messageOf = (assert: () => void): string => {
  try {
    assert();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The assertion passed.');
};

it('toHaveAllowed points at what refuses, and at nothing else', () => {
  const api = createMockApi();
  api.user.setUserMetadata('plan', 'free');
  api.access.deny('bot', 'Not now.');
  api.validation.error('code', 'Say it again.');

  const message = messageOf(() => expect(api).toHaveAllowed());

  expect(message.split('\n').filter((line) => line.includes('←'))).toEqual([
    '  2. api.access.deny("bot", "Not now.")   ← refuses',
    '  3. api.validation.error("code", "Say it again.")   ← refuses',
  ]);
});

it('toHaveAllowed points at no refusal that had no effect', async () => {
  const outcome = await runFlow([
    async (_event, api) => {
      api.validation.error('x'.repeat(101), 'Too long.');
    },
  ]);

  expect(messageOf(() => expect(outcome).toHaveAllowed())).not.toContain('refuses');
});

it('toHaveFailed says that it was allowed', async () => {
  const outcome = await runFlow([async () => {}]);

  expect(messageOf(() => expect(outcome).toHaveFailed())).toContain('it was allowed');
});

it('names no Action where none failed', async () => {
  const outcome = await runFlow([async () => {}], undefined, { signal: AbortSignal.abort() });

  expect(messageOf(() => expect(outcome).toHaveAllowed())).toContain('but the flow failed: ');
});

it('says what became of a failed flow beside the calls', async () => {
  const outcome = await runFlow([
    async () => {
      throw new Error('');
    },
  ]);

  expect(messageOf(() => expect(outcome).toHaveSetUserMetadata('plan'))).toContain(
    'What became of the registration: ',
  );
});

it('says nothing of the registration where it was refused as nobody asked about', () => {
  const api = createMockApi();
  api.access.deny('bot', 'Not now.');

  expect(messageOf(() => expect(api).toHaveSetUserMetadata('plan'))).not.toContain(
    'What became of the registration',
  );
});

it('points at the call that matches, and not at the one that it undid', () => {
  const api = createMockApi();
  api.user.setUserMetadata('plan', 'free').user.setUserMetadata('plan', 'free');

  const message = messageOf(() => expect(api).not.toHaveSetUserMetadata('plan', 'free'));

  expect(message.split('\n').filter((line) => line.includes('←'))).toEqual([
    '  2. api.user.setUserMetadata("plan", "free")   ← matches',
  ]);
});

it('counts no argument that was not passed', () => {
  const api = createMockApi();
  api.cache.set('key', 'value');

  expect(api).not.toHaveCalled('cache.set', 'key', 'value', undefined);
  expect(messageOf(() => expect(api).toHaveCalled('cache.set', 'key', 'value', undefined))).toBe(
    [
      'expect(api).toHaveCalled("cache.set", "key", "value", undefined)',
      '',
      'Expected a call like:',
      '  api.cache.set("key", "value", undefined)',
      'Recorded calls (1):',
      '  1. api.cache.set("key", "value")   ← argument 3 differs',
    ].join('\n'),
  );
});

it('says that a call came too late', async () => {
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
    'api.user.setUserMetadata("plan", "free")   ← came after its handler had settled',
  );
});

it.each([{ outcome: 1, calls: [] }, { outcome: () => {} }, { status: 'allowed', calls: [] }])(
  'is about a mock api or an outcome, and no %o',
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
])('tells an expected %o by its JSON', (expected, source) => {
  const api = createMockApi();

  expect(messageOf(() => expect(api).toHaveSetUserMetadata('plan', expected))).toContain(
    `api.user.setUserMetadata("plan", ${source})`,
  );
});

it('tells an expected RegExp, a class and a sample by their source', () => {
  const api = createMockApi();

  for (const [expected, source] of [
    [expect.any(Number), 'Any(Number)'],
    [expect.stringMatching(/x/), 'StringMatching(/x/)'],
    [expect.anything(), 'Anything()'],
  ] as const) {
    expect(messageOf(() => expect(api).toHaveDenied(expected as never))).toContain(
      `api.access.deny(${source}, …)`,
    );
  }
});
