import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHookHandler } from '@signup-actions/hooks';
import { workos } from '@signup-actions/hooks/workos';
import { WorkOS } from '@workos-inc/node';

void test('the library of WorkOS signs a request, and verifies the response', async () => {
  const { webhooks } = new WorkOS({ clientId: 'tests' });
  const secret = 'a secret of the tests';
  const handler = createHookHandler({ platform: workos, secret, actions: [] });
  const object = 'user_registration_action_context';
  const body = JSON.stringify({ object, user_data: { email: 'ada@example.com' } });
  const time = Date.now();
  const headers = {
    'workos-signature': `t=${time}, v1=${await webhooks.computeSignature(time, body, secret)}`,
  };

  const request = new Request('https://hook.example/', { method: 'POST', body, headers });
  const { payload, signature } = await (await handler(request)).json();

  assert.equal(payload.verdict, 'Allow');
  const sigHeader = `t=${payload.timestamp}, v1=${signature}`;
  await webhooks.verifyHeader({ payload: JSON.stringify(payload), sigHeader, secret });
});
