import { runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { it } from 'vitest';

it('is answered before its timer calls the api', async () => {
  const leavesTimer = async (_event, api) => {
    setTimeout(() => api.access.deny('late', 'Too late.'), 5);
  };
  await runAction(leavesTimer);
});

it('is running when the timer calls the api, and fails', async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
});
