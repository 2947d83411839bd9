import { createMockApi, runFlow } from '@signup-actions/testing';
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
