import type { Context } from 'hono';
import { isJsonObject } from '../../files/json.ts';
import { databaseChannel, otpChallengeChannel, passwordlessChannel } from '../channels/index.ts';
import { malformed, withoutSecrets, type ReadSignup } from '../read-signup.ts';
import type { SignupDesk } from '../sign-up.ts';
import { readBody, send } from './body.ts';
import { readRequest, receiveSignup } from './receive-signup.ts';
import type { SignupApp } from './signup-app.ts';

/** Adds the routes on which applications sign users up. */
export function addSignupRoutes(app: SignupApp, desk: SignupDesk): void {
  app.post('/dbconnections/signup', async (c) => {
    const read = readRequest(c, 'api-signup', await readBody(c));
    return send(c, await receiveSignup(desk, databaseChannel, read));
  });
  app.post('/passwordless/start', async (c) => {
    const read = readStart(c, await readBody(c));
    return send(c, await receiveSignup(desk, passwordlessChannel, read));
  });
  app.post('/otp/challenge', async (c) => {
    const read = readRequest(c, 'otp-challenge', await readBody(c));
    return send(c, await receiveSignup(desk, otpChallengeChannel, onlyIfAllowed(desk, read)));
  });
}

/** Without `allow_signup`, only a user who exists can log in. */
function onlyIfAllowed({ users }: SignupDesk, read: ReadSignup): ReadSignup {
  if (read.type === 'malformed') return read;
  const { connection, request, user } = read.event;
  if (request.body['allow_signup'] === true) return read;
  const known = users.find({ connection: connection.name, user });
  return known ? read : malformed('allow_signup must be true for a new user', 'allow_signup');
}

/** What identifies the users of each passwordless connection. */
const identifiers: Readonly<Record<string, 'email' | 'phone_number'>> = {
  email: 'email',
  sms: 'phone_number',
};

function readStart(c: Context, body: unknown): ReadSignup {
  const connection = isJsonObject(body) ? body['connection'] : undefined;
  const identifier = identifiers[String(connection)];
  if (!isJsonObject(body) || identifier === undefined) {
    return malformed('connection must be "email" or "sms"', 'connection');
  }
  if (typeof body[identifier] !== 'string') {
    return malformed(`${identifier} is missing`, identifier);
  }
  // Another identifier would be taken for one of the user's.
  const other = identifier === 'email' ? 'phone_number' : 'email';
  const { [other]: _other, username: _username, password: _password, ...own } = body;
  const read = readRequest(
    c,
    connection === 'sms' ? 'passwordless-sms' : 'passwordless-email',
    own,
  );
  if (read.type === 'malformed') return read;
  // There is no login page around this request.
  const { transaction: _, ...event } = read.event;
  return { ...read, event: { ...event, request: { ...event.request, body: withoutSecrets(own) } } };
}
