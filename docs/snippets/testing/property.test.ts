import { runAction } from '@signup-actions/testing';
import { signupEvent } from '@signup-actions/testing/fast-check';
import '@signup-actions/testing/vitest';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as rateLimit from '../../recipes/rate-limit.js';

it('never fails, whatever the signup', async () => {
  await fc.assert(
    fc.asyncProperty(signupEvent(), async (event) => {
      const outcome = await runAction(rateLimit, event);
      expect(outcome).not.toHaveFailed();
      expect(outcome).not.toHaveDiagnostic();
    }),
  );
});
