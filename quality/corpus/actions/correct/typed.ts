import type { Event, PreUserRegistrationAPI } from '@auth0/actions/pre-user-registration/v2';
interface Verdict { readonly blocked: boolean }
const judge = async (ip: string): Promise<Verdict> => (await fetch(`https://a.example/${ip}`)).json();
export const onExecutePreUserRegistration = async (event: Event, api: PreUserRegistrationAPI): Promise<void> => {
  const verdict = await judge(event.request.ip);
  if (verdict.blocked) api.access.deny('blocked', 'Please try again later.');
};
