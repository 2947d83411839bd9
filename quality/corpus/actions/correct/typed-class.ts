import type { Event, PreUserRegistrationAPI } from '@auth0/actions/pre-user-registration/v2';
type Check = (event: Event) => string | undefined;
const checks: Check[] = [(event) => (event.user.email?.endsWith('.test') ? 'test' : undefined)];
class Policy {
  constructor(private readonly api: PreUserRegistrationAPI) {}
  apply(reason: string): void {
    this.api.access.deny(reason, 'Please use another address.');
  }
}
export const onExecutePreUserRegistration = async (event: Event, api: PreUserRegistrationAPI): Promise<void> => {
  const reason = checks.map((check) => check(event)).find((found): found is string => found !== undefined);
  if (reason) new Policy(api).apply(reason);
};
