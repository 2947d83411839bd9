import { fileURLToPath } from 'node:url';
import { createSignupHandler, type SignupHandler } from '@signup-actions/cli/server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';

const examples = fileURLToPath(new URL('../', import.meta.url));

let auth: SignupHandler;
const app = new Hono();
beforeAll(async () => {
  auth = await createSignupHandler({
    tenant: `${examples}tenant`,
    envFile: `${examples}tenant.env`,
  });
  app.get('/', (c) => c.text('Example Store'));
  app.mount('/auth0', (request) => auth.fetch(request));
});
afterAll(() => auth.close());

it('signs people up on the origin of the application', async () => {
  const response = await app.request('/auth0/dbconnections/signup', {
    method: 'POST',
    body: JSON.stringify({
      client_id: 'store',
      connection: 'Username-Password-Authentication',
      email: 'ada@corp.example',
      password: 'Correct-Horse-1',
    }),
  });

  expect(await response.json()).toMatchObject({ email: 'ada@corp.example' });
  expect(auth.signups).toMatchObject([
    { status: 'allowed', outcome: { user: { app_metadata: { plan: 'team' } } } },
  ]);
});
