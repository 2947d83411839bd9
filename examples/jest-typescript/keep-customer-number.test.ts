import { expect, it, type jest as Jest } from '@jest/globals';
import { createMockEvent, runAction } from '@signup-actions/testing';
import { findCustomer } from './actions/crm-client';
import { onExecutePreUserRegistration as keepCustomerNumber } from './actions/keep-customer-number';

// #region mock
// swc moves `jest.mock` above the imports only if `jest` is the global one.
declare const jest: typeof Jest;
jest.mock('./actions/crm-client');
const find = jest.mocked(findCustomer);
// #endregion mock

it('keeps the number of a customer', async () => {
  find.mockResolvedValueOnce({ number: '004217' });

  const outcome = await runAction(keepCustomerNumber);

  expect(outcome).toHaveCreatedUser({ user_id: 'auth0|customer-004217' });
  expect(find).toHaveBeenCalledWith('ada@example.com');
});

it('gives everybody else a new id', async () => {
  find.mockResolvedValueOnce(undefined);

  expect(await runAction(keepCustomerNumber)).not.toHaveSetUserId();
});

it('creates no account while the register is down', async () => {
  find.mockRejectedValueOnce(new Error('connection refused'));

  expect(await runAction(keepCustomerNumber)).toHaveFailed('connection refused');
});

it('does not ask without an address', async () => {
  find.mockClear();

  expect(await runAction(keepCustomerNumber, createMockEvent('passwordless-sms'))).toHaveAllowed();
  expect(find).not.toHaveBeenCalled();
});
