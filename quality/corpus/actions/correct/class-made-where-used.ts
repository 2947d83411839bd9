import type { Event, PreUserRegistrationAPI } from '@auth0/actions/pre-user-registration/v2';

class Gate {
  constructor(
    readonly event: Event,
    private api: PreUserRegistrationAPI,
  ) {}

  async refuse(): Promise<boolean> {
    const { email } = this.event.user;
    if (email?.endsWith('.test') !== true) return false;
    this.api.access.deny('test domain', 'Please use another address.');
    return true;
  }
}

exports.onExecutePreUserRegistration = async (event: Event, api: PreUserRegistrationAPI) => {
  const gate = new Gate(event, api);
  if (await gate.refuse()) return;
  if (await new Gate(event, api).refuse()) return;
  api.user.setAppMetadata('checked', true);
};
