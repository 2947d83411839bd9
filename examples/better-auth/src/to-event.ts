import type { SignupEvent } from '@signup-actions/runtime-core';

/** What Better Auth knows of a signup. */
export interface Signup {
  readonly user: { readonly email: string; readonly name?: string | undefined };
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers | undefined;
  readonly ip: string;
}

/** The event that the Actions get: what this server knows, and nothing that it would have to invent. */
export const toEvent = ({ user, body, headers, ip }: Signup): SignupEvent => {
  const { password: _, ...fields } = body;
  const userAgent = headers?.get('user-agent') ?? undefined;
  const hostname = headers?.get('host') ?? undefined;
  return {
    connection: { id: 'better-auth', name: 'email-and-password', strategy: 'auth0' },
    request: {
      body: fields,
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
