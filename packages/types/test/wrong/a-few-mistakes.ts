import type { PreUserRegistrationAction } from '@signup-actions/types';

export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
  // a slip of the pen
  // error: Property 'reqest' does not exist on type 'Event<Shape>'. Did you mean 'request'?
  const ip = event.reqest.ip;

  // nobody asked for an address: people sign up by phone here
  // error: 'event.user.email' is possibly 'undefined'
  const domain = event.user.email.split('@')[1];

  // the person would be refused without a word
  // error: Expected 2 arguments, but got 1
  if (domain === 'mailinator.example') api.access.deny('disposable address');

  // JSON would make a text of it, and nobody would notice
  // error: NotAllowed<"JSON has no Date: store date.toISOString()">
  api.user.setAppMetadata('seen', { ip, at: new Date() });
};
