import { fileURLToPath } from 'node:url';
import { createServer, type ServicePlugin } from '@emulators/core';
import { createSignupHandler, type SignupHandler } from '@signup-actions/cli/server';
import { afterAll, beforeAll, expect, it } from 'vitest';

const examples = fileURLToPath(new URL('../', import.meta.url));

let auth: SignupHandler;
beforeAll(async () => {
  auth = await createSignupHandler({
    tenant: `${examples}tenant`,
    envFile: `${examples}tenant.env`,
  });
});
afterAll(() => auth.close());

it('signs people up as a service of an emulator', async () => {
  const plugin: ServicePlugin = {
    name: 'signup-actions',
    register: (app) => void app.post('/dbconnections/signup', (c) => auth.fetch(c.req.raw)),
  };
  const { app } = createServer(plugin);

  const response = await app.request('http://localhost:4000/dbconnections/signup', {
    method: 'POST',
    body: JSON.stringify({
      client_id: 'store',
      connection: 'Username-Password-Authentication',
      email: 'mallory@disposable.example',
      password: 'Correct-Horse-1',
    }),
  });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    friendly_message: 'Please sign up with your work address.',
  });
});
