import { contractVersion } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';

it('the version of the contract is a date', () => {
  expect(contractVersion).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
