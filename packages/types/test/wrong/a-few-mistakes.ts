import type { PreUserRegistrationAction } from '@signup-actions/types';

export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
  // a typo
  // error: Property 'reqest' does not exist on type 'Event<Shape>'. Did you mean 'request'?
  const ip = event.reqest.ip;

  // a value that can be absent: users can also sign up by phone
  // error: 'event.user.email' is possibly 'undefined'
  const domain = event.user.email.split('@')[1];

  // a refusal that tells the user nothing
  // error: Expected 2 arguments, but got 1
  if (domain === 'mailinator.example') api.access.deny('disposable address');

  // a date, which JSON would turn into a string
  // error: NotAllowed<"JSON has no Date: store date.toISOString()">
  api.user.setAppMetadata('seen', { ip, at: new Date() });
};
