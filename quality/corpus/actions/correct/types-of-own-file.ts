// Only types are imported, so nothing of the other file is needed when the Action runs.
import { Api, SignupEvent } from './types';
export async function onExecutePreUserRegistration(event: SignupEvent, api: Api): Promise<void> {
  const accounts = new Map<string, SignupEvent>();
  if (!event.user.email) api.access.deny(`no address, ${accounts.size}`, 'Please enter your address.');
}
