import { randomBytes } from 'node:crypto';
import { isJsonObject } from '../../files/json.ts';
import { managementChannel, toApiError } from '../channels/index.ts';
import type { SignupDesk } from '../sign-up.ts';
import { findWrongProfile } from '../wrong-fields.ts';
import { readBody, send } from './body.ts';
import { readRequest, receiveSignup } from './receive-signup.ts';
import type { SignupApp } from './signup-app.ts';

/** Adds the routes on which a back end manages users, with a token that any client can get. */
export function addManagementRoutes(app: SignupApp, desk: SignupDesk): void {
  const { users } = desk;
  const tokens = new Set<string>();

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
  app.post('/api/v2/users', async (c) => {
    const read = readRequest(c, 'management-api', await readBody(c));
    return send(c, await receiveSignup(desk, managementChannel, read));
  });
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
    const wrong = isJsonObject(changes)
      ? findWrongProfile(changes)?.message
      : 'it must be a JSON object';
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
}

const notFound = toApiError(404, 'The user does not exist.', 'inexistent_user');

const toWhole = (text: string | undefined, otherwise: number): number =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
