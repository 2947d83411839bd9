import { createRequire } from 'node:module';
import { createMockEvent, runAction } from '@signup-actions/testing';
import { afterEach, expect, it, vi } from 'vitest';
import * as keepCustomerNumber from './keep-customer-number.js';

// #region spy
const require = createRequire(import.meta.url);
const crm: typeof import('./crm-client.js') = require('./crm-client.js');
afterEach(() => void vi.restoreAllMocks());
// #endregion spy

// #region test
it('keeps the number of a customer', async () => {
  vi.spyOn(crm, 'findCustomer').mockResolvedValue({ number: '004217' });

  const outcome = await runAction(keepCustomerNumber);

  expect(outcome).toHaveCreatedUser({ user_id: 'auth0|customer-004217' });
  expect(crm.findCustomer).toHaveBeenCalledWith('ada@example.com');
});

it('gives everybody else a new id', async () => {
  vi.spyOn(crm, 'findCustomer').mockResolvedValue(undefined);

  expect(await runAction(keepCustomerNumber)).not.toHaveSetUserId();
});

it('fails for a number that cannot be an id', async () => {
  vi.spyOn(crm, 'findCustomer').mockResolvedValue({ number: '42|17' });

  expect(await runAction(keepCustomerNumber)).toHaveFailed(/user's id/);
});

it('creates no account while the register is down', async () => {
  vi.spyOn(crm, 'findCustomer').mockRejectedValue(new Error('connection refused'));

  expect(await runAction(keepCustomerNumber)).toHaveFailed('connection refused');
});
// #endregion test

it('does not ask without an address', async () => {
  const find = vi.spyOn(crm, 'findCustomer');
  const event = createMockEvent('passwordless-sms');

  expect(await runAction(keepCustomerNumber, event)).toHaveAllowed();
  expect(find).not.toHaveBeenCalled();
});
