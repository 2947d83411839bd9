import type { SignupEvent } from '@signup-actions/runtime-core';
import { startingPoints, type StartingPoint } from '@signup-actions/testing';
import { isJsonObject, type JsonObject } from '../files/json.ts';
import type { MalformedBody } from './channels/index.ts';
import {
  findWrongMetadata,
  findWrongProfile,
  findWrongUser,
  profileFields,
  type WrongField,
} from './wrong-fields.ts';

/** Where a request comes from. */
export interface RequestSource {
  readonly headers: Headers;
  readonly ip: string | undefined;
}

/** The event of a signup, with its password, which no Action sees; or why the platform rejects the body. */
export type ReadSignup =
  | {
      readonly type: 'signup';
      readonly event: SignupEvent;
      readonly password: string | undefined;
    }
  | MalformedBody;

/** Starting points whose requests an application sends itself, with its own fields in the body. */
const direct: ReadonlySet<StartingPoint> = new Set(['api-signup', 'otp-challenge']);

/** Starting points of users with a password. */
export const withPassword: ReadonlySet<StartingPoint> = new Set([
  'api-signup',
  'management-api',
  'universal-login',
]);

/** Reads the body of a signup: the event is a typical one, with what the request says of user, connection and client. */
export function readSignup(
  from: StartingPoint,
  body: unknown,
  { headers, ip }: RequestSource,
): ReadSignup {
  if (!isJsonObject(body)) return malformed('the body must be a JSON object or a form');
  const { secrets: _, configuration: _configuration, ...typical } = startingPoints[from]();
  const isBackEnd = from === 'management-api';
  const isDirect = direct.has(from);
  const wrong =
    findWrongName(body, ['connection', ...(isBackEnd ? [] : ['client_id'])]) ??
    findWrongProfile(body) ??
    (isDirect ? findWrongMetadata(body) : undefined) ??
    findWrongUser(body);
  if (wrong) return malformed(wrong.message, wrong.field);
  const shown = withoutSecrets(body);
  const { password } = body;
  const connection = toConnection(String(body['connection']), typical.connection);
  // Only a passwordless user has none.
  if (withPassword.has(from) && connection.strategy === 'auth0' && password === undefined) {
    return malformed('password is missing', 'password');
  }
  return {
    type: 'signup',
    password: typeof password === 'string' ? password : undefined,
    event: {
      ...typical,
      ...(typical.client && {
        client: { ...typical.client, client_id: String(body['client_id']) },
      }),
      connection,
      request: {
        ...typical.request,
        body: isBackEnd ? {} : isDirect ? shown : withoutProfile(shown),
        ip: ip ?? typical.request.ip,
        method: 'POST',
        ...(headers.get('host') !== null && { hostname: String(headers.get('host')) }),
        user_agent: headers.get('user-agent') ?? '',
      },
      user: {
        ...Object.fromEntries(
          profileFields.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])),
        ),
        app_metadata: isBackEnd ? ((body['app_metadata'] as JsonObject | undefined) ?? {}) : {},
        user_metadata: (body['user_metadata'] as JsonObject | undefined) ?? {},
      },
    },
  };
}

/** Why a body is rejected, as the end of a sentence. */
export const malformed = (message: string, field?: string): MalformedBody => ({
  type: 'malformed',
  message: `Invalid body: ${message}.`,
  field,
});

type Connection = SignupEvent['connection'];

/** The typical connection, or one of another name that is like it. */
function toConnection(name: string, typical: Connection): Connection {
  if (name === typical.name) return typical;
  const isPasswordless = name === 'email' || name === 'sms';
  return { ...typical, name, ...(isPasswordless && { id: `con_${name}`, strategy: name }) };
}

/** What a form has beside the user: fields such as `ulp-company`. */
const withoutProfile = (body: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([name]) => !['client_id', 'connection', 'user_metadata', ...profileFields].includes(name),
    ),
  );

const findWrongName = (body: JsonObject, names: readonly string[]): WrongField | undefined =>
  names
    .filter((name) => typeof body[name] !== 'string' || body[name] === '')
    .map((name) => ({ message: `${name} must be a string that is not empty`, field: name }))[0];

/** What no Action sees and no record keeps is left out. */
export function withoutSecrets(body: JsonObject): JsonObject {
  const { password: _, client_secret: _secret, client_assertion: _assertion, ...shown } = body;
  return shown;
}
