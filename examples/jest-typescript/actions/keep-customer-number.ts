import type { PreUserRegistrationAction } from '@signup-actions/types';
// signup-actions-ignore-next-line local-file -- The file stands for a package.
import { findCustomer } from './crm-client';

/** Customers of the old shop keep their number as the id of their new account. */
export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
  if (!event.user.email) return;
  const customer = await findCustomer(event.user.email);
  if (customer) api.user.setUserId(`customer-${customer.number}`);
};
