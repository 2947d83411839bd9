import type { Event, PreUserRegistrationAPI } from './types';
class Policy {
  constructor(
    private readonly event: Event,
    private readonly api: PreUserRegistrationAPI,
  ) {}
  enforce(): void {
    const domain = this.event.user.email.split('@')[1];
    if (domain === 'a.example') this.api.access.deny('blocked');
  }
}
export const onExecutePreUserRegistration = async (event: Event, api: PreUserRegistrationAPI) => {
  new Policy(event, api).enforce();
};
