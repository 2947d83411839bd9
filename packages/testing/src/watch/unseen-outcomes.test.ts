import { assertNotFailed, runAction } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { throwUnseen } from '../matchers/throw-unseen.ts';

const crash = async (): Promise<void> => {
  throw new Error('boom');
};

it('a test that does not look at a failed outcome fails at its end, once', async () => {
  await runAction(crash);

  expect(() => throwUnseen('of-test')).toThrow(
    /^The test did not look at .* failed at .*: Error: boom\./,
  );
  expect(() => throwUnseen('of-test')).not.toThrow();
});

it.each<[string, (outcome: Awaited<ReturnType<typeof runAction>>) => void]>([
  ['a matcher', (outcome) => expect(outcome).toHaveFailed('boom')],
  ['its status', (outcome) => expect(outcome.status).toBe('failed')],
  ['its failure', (outcome) => expect(outcome).toHaveProperty('failure.error.message', 'boom')],
  ['a comparison', (outcome) => expect(outcome).toMatchObject({ status: 'failed' })],
  ['assertNotFailed', (outcome) => expect(() => assertNotFailed(outcome)).toThrow('boom')],
])('%s looks at a failed outcome', async (_, look) => {
  look(await runAction(crash));

  expect(() => throwUnseen('all')).not.toThrow();
});

it('an outcome that is watched is like any other', async () => {
  const outcome = await runAction(crash);

  expect(outcome).toHaveFailed();
  expect(Object.keys(outcome).slice(0, 2)).toEqual(['status', 'failure']);
  expect(JSON.parse(JSON.stringify(outcome))).toMatchObject({ status: 'failed' });
  expect(Object.isFrozen(outcome)).toBe(true);
});
