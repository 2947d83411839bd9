// The library of WorkOS is not installed: a hook needs only the library of its own platform.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHookHandler } from '@signup-actions/hooks';
import { supabase } from '@signup-actions/hooks/supabase';
import { Webhook } from 'standardwebhooks';

const secret = `whsec_${btoa('a secret of the tests')}`;
const handler = createHookHandler({
  platform: supabase,
  secret: `v1,${secret}`,
  actions: [
    {
      name: 'refuse',
      handler: async (event, api) => {
        api.access.deny('no', `Not ${event.user.email}.`);
      },
    },
  ],
});

/** @param {string} signature */
const call = async (signature) => {
  const metadata = { name: 'before-user-created' };
  const body = JSON.stringify({ metadata, user: { id: '1', email: 'ada@example.com' } });
  const headers = {
    'webhook-id': '1',
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': signature || new Webhook(secret).sign('1', new Date(), body),
  };
  return handler(new Request('https://hook.example/', { method: 'POST', body, headers }));
};

void test('a signed request is decided by the Actions', async () => {
  const response = await call('');

  assert.deepEqual(await response.json(), {
    error: { http_code: 403, message: 'Not ada@example.com.' },
  });
});

void test('any other request is refused', async () => {
  assert.equal((await call('v1,c2lnbmF0dXJl')).status, 401);
});
