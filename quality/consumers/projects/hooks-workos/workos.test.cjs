const assert = require('node:assert/strict');
const { test } = require('node:test');
const { createHookHandler } = require('@signup-actions/hooks');
const { workos } = require('@signup-actions/hooks/workos');

void test('a request without a signature is denied', async () => {
  const handler = createHookHandler({ platform: workos, secret: 'secret', actions: [] });
  const request = new Request('https://hook.example/', { method: 'POST', body: '{}' });

  assert.equal((await (await handler(request)).json()).payload.verdict, 'Deny');
});
