import type { SignupEvent } from '@signup-actions/runtime-core';

/** What Better Auth knows of a signup. */
export interface Signup {
  readonly user: { readonly email: string; readonly name?: string | undefined };
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers | undefined;
  readonly ip: string;
}

/**
 * The fields of the sign-up form that Actions may see. Everything else stays here: Actions have no business with
 * passwords and codes, whatever a form names them.
 */
const formFields = ['company', 'email', 'name'];

/** The event that the Actions get: what this server knows, and nothing that it would have to invent. */
export const toEvent = ({ user, body, headers, ip }: Signup): SignupEvent => {
  const fields = formFields.filter((name) => Object.hasOwn(body, name));
  const userAgent = headers?.get('user-agent') ?? undefined;
  const hostname = headers?.get('host') ?? undefined;
  return {
    connection: { id: 'better-auth', name: 'email-and-password', strategy: 'auth0' },
    request: {
      body: Object.fromEntries(fields.map((name) => [name, body[name]])),
      geoip: {},
      ip,
      method: 'POST',
      ...(userAgent !== undefined && { user_agent: userAgent }),
      ...(hostname !== undefined && { hostname }),
    },
    tenant: { id: 'example-tenant' },
    user: {
      email: user.email,
      ...(user.name !== undefined && { name: user.name }),
      user_metadata: {},
      app_metadata: {},
    },
  };
};
