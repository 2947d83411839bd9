import { randomBytes } from 'node:crypto';
import type { StartingPoint } from '@signup-actions/testing';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { isJsonObject, parseJsonIfValid, type JsonObject } from '../files/json.ts';
import type { SignupHandler } from './listen.ts';
import {
  databaseChannel,
  managementChannel,
  toApiError,
  type Answer,
  type Channel,
} from './platform-answers.ts';
import type { SignupDesk } from './sign-up.ts';
import { findWrongProfile, toEvent } from './to-event.ts';

/** In bytes: far more than the platform takes. */
const maxBodyBytes = 1_000_000;

/** Creates a handler of Web-standard requests, for the signups of a desk. Any server can mount it. */
export function createSignupHandler({ users, signUp }: SignupDesk): SignupHandler {
  const app = new Hono<{ Bindings: { readonly ip?: string | undefined } }>();
  const tokens = new Set<string>();
  const send = (c: Context, { status, body }: Answer): Response =>
    c.json(body as JsonObject, status as 200);
  // Browsers of any application may sign up, but not manage users.
  app.use('/dbconnections/*', cors({ origin: (origin) => origin, credentials: true }));
  app.use(
    '*',
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: (c) =>
        c.json(
          {
            statusCode: 413,
            error: 'Payload Too Large',
            message: `The body must have at most ${maxBodyBytes} bytes.`,
          },
          413,
        ),
    }),
  );

  async function handleSignup(
    c: Context,
    from: StartingPoint,
    channel: Channel,
  ): Promise<Response> {
    const body = await readBody(c);
    const ip = (c.env as { readonly ip?: string } | undefined)?.ip;
    const event = isJsonObject(body)
      ? toEvent(from, body, { headers: c.req.raw.headers, ip })
      : 'the body must be a JSON object or a form';
    if (typeof event === 'string') {
      return send(c, channel.rejected({ type: 'malformed', message: `Invalid body: ${event}.` }));
    }
    const password = (body as JsonObject)['password'];
    // Only a passwordless user has none.
    if (event.connection.strategy === 'auth0' && typeof password !== 'string') {
      const message = 'Invalid body: password is missing.';
      return send(c, channel.rejected({ type: 'malformed', message }));
    }
    return send(
      c,
      await signUp({
        event,
        channel,
        password: typeof password === 'string' ? password : undefined,
      }),
    );
  }

  app.post('/dbconnections/signup', (c) => handleSignup(c, 'api-signup', databaseChannel));

  app.post('/oauth/token', async (c) => {
    const body = await readBody(c);
    if (!isJsonObject(body) || body['grant_type'] !== 'client_credentials') {
      return c.json(
        {
          error: 'unsupported_grant_type',
          error_description: 'This server knows only client_credentials.',
        },
        400,
      );
    }
    const token = randomBytes(24).toString('hex');
    tokens.add(token);
    return c.json({ access_token: token, token_type: 'Bearer', expires_in: 86_400 });
  });

  app.use('/api/v2/*', async (c, next) => {
    const [, token = ''] = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    if (tokens.has(token)) return next();
    return send(
      c,
      toApiError(401, 'Pass a token that POST /oauth/token has issued.', 'invalid_token'),
    );
  });
  app.post('/api/v2/users', (c) => handleSignup(c, 'management-api', managementChannel));
  app.get('/api/v2/users', (c) => {
    const perPage = toWhole(c.req.query('per_page'), 50);
    const start = toWhole(c.req.query('page'), 0) * perPage;
    const all = users.list();
    const page = all.slice(start, start + perPage);
    return c.req.query('include_totals') === 'true'
      ? c.json({ start, limit: perPage, length: page.length, total: all.length, users: page })
      : c.json(page);
  });
  app.get('/api/v2/users-by-email', (c) => {
    const email = c.req.query('email')?.toLowerCase();
    return c.json(users.list().filter((user) => user.email?.toLowerCase() === email));
  });
  app.get('/api/v2/users/:id', (c) => {
    const user = users.get(c.req.param('id'));
    return user ? c.json(user) : send(c, notFound);
  });
  app.patch('/api/v2/users/:id', async (c) => {
    const changes = await readBody(c);
    const wrong = isJsonObject(changes) ? findWrongProfile(changes) : 'it must be a JSON object';
    if (!isJsonObject(changes) || wrong !== undefined) {
      return send(c, toApiError(400, `Invalid body: ${wrong}.`, 'invalid_body'));
    }
    const user = users.update(c.req.param('id'), changes);
    if (user === 'user-exists') return send(c, managementChannel.rejected({ type: 'user-exists' }));
    return user ? c.json(user) : send(c, notFound);
  });
  app.delete('/api/v2/users/:id', (c) => {
    users.remove(c.req.param('id'));
    return c.body(null, 204);
  });
  app.notFound((c) =>
    send(c, toApiError(404, `There is no ${c.req.method} ${c.req.path} here.`, 'not_found')),
  );
  app.onError((error, c) =>
    c.json({ statusCode: 500, error: 'Internal Server Error', message: error.message }, 500),
  );
  return async (request, env = {}) => app.fetch(request, env);
}

const notFound = toApiError(404, 'The user does not exist.', 'inexistent_user');

const toWhole = (text: string | undefined, otherwise: number): number =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;

/** The body, if it is JSON or a form. */
async function readBody({ req }: Context): Promise<unknown> {
  const text = await req.text();
  return req.header('content-type')?.startsWith('application/x-www-form-urlencoded')
    ? Object.fromEntries(new URLSearchParams(text))
    : parseJsonIfValid(text);
}
