import { createRuntime, formatOutcome, type Action } from '@signup-actions/runtime-core';

const blockDisposable: Action = {
  name: 'block-disposable',
  handler: async (event, api) => {
    if (event.user.email?.endsWith(`@${event.secrets['DOMAIN']}`)) {
      api.access.deny('disposable email', 'Please use your work address.');
    }
  },
  secrets: { DOMAIN: 'disposable.example' },
};

const outcome = await createRuntime().run({
  event: {
    tenant: { id: 'my-service' },
    connection: { id: 'users', name: 'users', strategy: 'auth0' },
    user: { email: 'mallory@disposable.example', user_metadata: {}, app_metadata: {} },
    request: { method: 'POST', ip: '198.51.100.4', body: {}, geoip: {} },
  },
  actions: [blockDisposable],
});

if (outcome.status === 'allowed') console.log('to be stored:', outcome.user);
else console.log(formatOutcome(outcome));
