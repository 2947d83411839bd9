import type { Event, PreUserRegistrationAPI } from '@auth0/actions/pre-user-registration/v2';

class Policy {
  constructor(
    private readonly event: Event,
    private readonly api: PreUserRegistrationAPI,
  ) {}

  private get domain(): string {
    return this.event.user.email.split('@')[1] ?? '';
  }

  async apply(): Promise<void> {
    if (this.domain === 'blocked.example') this.api.access.deny('blocked');
    this.api.user.setAppMetadata('org', this.event.organization);
  }
}

exports.onExecutePreUserRegistration = async (event: Event, api: PreUserRegistrationAPI) => {
  new Policy(event, api).apply();
};
