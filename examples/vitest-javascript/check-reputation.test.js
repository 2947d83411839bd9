import { createMockEvent, runAction } from '@signup-actions/testing';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import * as checkReputation from './actions/check-reputation.cjs';

const url = 'https://reputation.example.com/v1/check';
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const event = createMockEvent({
  user: { email: 'mallory@example.com' },
  secrets: { REPUTATION_KEY: 'example-key' },
});

it('refuses an address that is known for abuse', async () => {
  server.use(
    http.get(url, ({ request }) => {
      expect(new URL(request.url).searchParams.get('email')).toBe('mallory@example.com');
      expect(request.headers.get('x-api-key')).toBe('example-key');
      return HttpResponse.json({ verdict: 'abusive' });
    }),
  );

  const outcome = await runAction(checkReputation, event);

  expect(outcome).toHaveDenied('known for abuse');
  expect(outcome).not.toHaveDiagnostic();
});

it('allows any other address', async () => {
  server.use(http.get(url, () => HttpResponse.json({ verdict: 'fine' })));

  const outcome = await runAction(checkReputation, event);

  expect(outcome).toHaveAllowed();
  expect(outcome).not.toHaveCalled('user.setAppMetadata');
});

it.each([
  ['is down', () => HttpResponse.error()],
  ['fails', () => new HttpResponse(null, { status: 503 })],
])('marks the account if the service %s', async (_, answer) => {
  server.use(http.get(url, answer));

  const outcome = await runAction(checkReputation, event);

  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveSetAppMetadata('reputation', 'unchecked');
});

it('would notice a missing await', async () => {
  server.use(http.get(url, () => HttpResponse.json({ verdict: 'abusive' })));
  const forgetful = async (own, api) => {
    void checkReputation.onExecutePreUserRegistration(own, api);
  };

  await expect(runAction(forgetful, event)).rejects.toThrow('Is an await missing?');
});
