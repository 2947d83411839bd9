import type { SignupEvent } from '@signup-actions/runtime-core';
import { startingPoints, type StartingPoint } from '@signup-actions/testing';
import { isJsonObject, type JsonObject } from '../files/json.ts';

/** Where a request comes from. */
export interface RequestSource {
  readonly headers: Headers;
  readonly ip: string | undefined;
}

/**
 * The event of a signup: a typical one, with what the request says of user, connection and client. Returns a sentence
 * if the platform rejects the body.
 */
export function toEvent(
  from: StartingPoint,
  body: JsonObject,
  { headers, ip }: RequestSource,
): SignupEvent | string {
  const { secrets: _, configuration: _configuration, ...typical } = startingPoints[from]();
  const isDirect = from === 'api-signup';
  const wrong =
    ['connection', ...(isDirect ? ['client_id'] : [])]
      .filter((name) => typeof body[name] !== 'string' || body[name] === '')
      .map((name) => `${name} must be a string that is not empty`)[0] ??
    findWrongProfile(body) ??
    findWrongMetadata(body, isDirect) ??
    findWrongUser(body);
  if (wrong !== undefined) return wrong;
  // Passwords never reach an Action.
  const { password: _password, ...shown } = body;
  const connection = String(body['connection']);
  const isTypical = connection === typical.connection.name;
  const isPasswordless = connection === 'email' || connection === 'sms';
  return {
    ...typical,
    ...(typical.client && {
      client: {
        ...typical.client,
        ...(typeof body['client_id'] === 'string' && { client_id: body['client_id'] }),
      },
    }),
    connection: isTypical
      ? typical.connection
      : {
          ...typical.connection,
          name: connection,
          ...(isPasswordless && { id: `con_${connection}`, strategy: connection }),
        },
    request: {
      ...typical.request,
      body: isDirect ? shown : {},
      ip: ip ?? typical.request.ip,
      method: 'POST',
      ...(headers.get('host') !== null && { hostname: String(headers.get('host')) }),
      user_agent: headers.get('user-agent') ?? '',
    },
    user: {
      ...Object.fromEntries(
        profileFields.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])),
      ),
      app_metadata: isDirect ? {} : ((body['app_metadata'] as JsonObject | undefined) ?? {}),
      user_metadata: (body['user_metadata'] as JsonObject | undefined) ?? {},
    },
  };
}

const profileFields = [
  'email',
  'username',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'nickname',
  'picture',
] as const;

/** What is wrong with the profile and the metadata in a body; absent if nothing is. */
export function findWrongProfile(body: JsonObject): string | undefined {
  for (const name of profileFields) {
    if (body[name] !== undefined && typeof body[name] !== 'string')
      return `${name} must be a string`;
  }
  for (const name of ['user_metadata', 'app_metadata']) {
    if (body[name] !== undefined && !isJsonObject(body[name])) return `${name} must be an object`;
  }
  return undefined;
}

function findWrongUser({
  email,
  username,
  phone_number: phone,
  password,
}: JsonObject): string | undefined {
  if (email === undefined && username === undefined && phone === undefined) {
    return 'email, username or phone_number is missing';
  }
  if (typeof email === 'string' && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    return 'email is not an email address';
  }
  if (password !== undefined && typeof password !== 'string') return 'password must be a string';
  return undefined;
}

/** What the platform stores of the metadata in the body of a signup. */
const maxProperties = 10;
const maxNameCharacters = 100;
const maxValueCharacters = 500;

function findWrongMetadata(body: JsonObject, isDirect: boolean): string | undefined {
  const metadata = body['user_metadata'];
  if (!isDirect || !isJsonObject(metadata)) return undefined;
  const entries = Object.entries(metadata);
  if (entries.length > maxProperties) {
    return `user_metadata must have at most ${maxProperties} properties`;
  }
  const isWrong = ([name, value]: readonly [string, unknown]): boolean =>
    name.length > maxNameCharacters ||
    typeof value !== 'string' ||
    value.length > maxValueCharacters;
  return entries.some(isWrong)
    ? `user_metadata must have names of at most ${maxNameCharacters} and strings of at most ${maxValueCharacters} characters`
    : undefined;
}
