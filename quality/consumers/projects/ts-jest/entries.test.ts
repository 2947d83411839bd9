import { cacheStoreContract } from '@signup-actions/testing/contracts';
import { signupEvent } from '@signup-actions/testing/fast-check';
import * as strict from '@signup-actions/testing/jest-strict';
import { toHaveAllowed } from '@signup-actions/testing/matchers';
import fc from 'fast-check';

it('finds every entry of the kit, with its types', () => {
  fc.assert(fc.property(signupEvent(), ({ tenant }) => tenant.id !== ''));
  // @ts-expect-error -- a store of the engine reads and writes
  expect(cacheStoreContract(() => ({})).length).toBeGreaterThan(0);
  // @ts-expect-error -- a matcher needs a runner
  const matcher: () => void = toHaveAllowed;
  expect([matcher, strict]).toHaveLength(2);
});
