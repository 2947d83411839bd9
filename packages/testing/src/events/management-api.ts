import type { Event } from '@signup-actions/types';
import { universalLogin } from './universal-login.ts';

/** A user whom a back end creates through the Management API: no login, and no application to name. */
export function managementApi(): Event {
  const { transaction: _transaction, client: _client, ...event } = universalLogin();
  return {
    ...event,
    request: {
      body: {},
      geoip: {},
      ip: '198.51.100.20',
      method: 'POST',
      user_agent: 'ExampleBackend/1.0',
    },
  };
}
