import { runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';

it('is answered before its timer calls the api', async () => {
  const leavesTimer = async (_event, api) => {
    setTimeout(() => api.access.deny('late', 'Too late.'), 5);
  };
  expect((await runAction(leavesTimer)).status).toBe('allowed');
});

it('is running when the timer calls the api, and fails', async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(true).toBe(true);
});

it('does not look at a flow that failed', async () => {
  const outcome = await runAction(async () => {
    throw new Error('broken');
  });
  expect(outcome.calls).toEqual([]);
});
