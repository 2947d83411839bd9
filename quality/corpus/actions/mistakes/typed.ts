import type { PreUserRegistrationAction } from '@signup-actions/types';
const typed: PreUserRegistrationAction = async (event) => {
  console.log(event.user.email.trim());
  const count: string = event.request.ip.length;
};
export const onExecutePreUserRegistration = typed;
