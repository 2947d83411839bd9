import type { Event } from '@signup-actions/types';
import { universalLogin } from './universal-login.ts';

/** A signup by `POST /dbconnections/signup`: no login around it, and the form's fields in the body. */
export function apiSignup(): Event {
  const { transaction: _, ...event } = universalLogin();
  return {
    ...event,
    request: {
      ...event.request,
      body: {
        client_id: 'exampleClientId0000000000000000A',
        connection: 'Username-Password-Authentication',
        email: 'ada@example.com',
      },
      user_agent: 'ExampleClient/1.0',
    },
  };
}
