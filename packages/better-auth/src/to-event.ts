import type { SignupEvent } from '@signup-actions/runtime-core';
import { toConnection } from './to-connection.ts';

/** A user that Better Auth is about to create. */
export type NewUser = Readonly<Record<string, unknown>>;

/** What Better Auth knows of a signup. */
export interface SignupFacts {
  readonly user: NewUser;
  readonly body: Readonly<Record<string, unknown>>;
  readonly path: string | undefined;
  readonly params: Readonly<Record<string, unknown>> | undefined;
  readonly headers: Headers | undefined;
  readonly method: string | undefined;
  /** `undefined` if Better Auth does not trust any header with it. */
  readonly ip: string | undefined;
}

const defaultFields: readonly string[] = ['email', 'name', 'phoneNumber', 'username'];

/** The event of a signup: what Better Auth knows, and nothing that it would have to invent. */
export function toEvent(
  { user, body, path, params, headers, method, ip }: SignupFacts,
  fields = defaultFields,
): SignupEvent {
  const userAgent = headers?.get('user-agent') ?? undefined;
  const hostname = headers?.get('host') ?? undefined;
  return {
    connection: toConnection(path ?? '', params, body),
    request: {
      body: pick(body, fields),
      geoip: {},
      // Unknown addresses count as one, so that they do not escape a limit.
      ip: ip ?? '0.0.0.0',
      method: method ?? 'POST',
      ...(userAgent !== undefined && { user_agent: userAgent }),
      ...(hostname !== undefined && { hostname }),
    },
    tenant: { id: 'better-auth' },
    user: {
      ...toStrings(user, userFields),
      user_metadata: toObject(user['userMetadata']),
      app_metadata: toObject(user['appMetadata']),
    },
  };
}

const pick = (
  body: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Record<string, unknown> =>
  Object.fromEntries(
    fields.filter((name) => Object.hasOwn(body, name)).map((name) => [name, body[name]]),
  );

/** The fields of an event's user, by Better Auth's names. */
const userFields = {
  email: 'email',
  name: 'name',
  username: 'username',
  phoneNumber: 'phone_number',
  image: 'picture',
} as const;

const toStrings = (user: NewUser, names: Readonly<Record<string, string>>): SignupEvent['user'] =>
  Object.fromEntries(
    Object.entries(names).flatMap(([from, to]) => {
      const value = user[from];
      return typeof value === 'string' ? [[to, value]] : [];
    }),
  );

const toObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
