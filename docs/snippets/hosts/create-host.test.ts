import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { CreatedUser } from '@signup-actions/runtime-core';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { serve } from '@hono/node-server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHost } from './create-host.ts';

const log = vi.spyOn(console, 'log').mockReturnValue();
const logError = vi.spyOn(console, 'error').mockReturnValue();
beforeEach(() => vi.clearAllMocks());
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

async function start(handler: PreUserRegistrationAction, isStoring = true) {
  const users: CreatedUser[] = [];
  const passwords: string[] = [];
  const store = async (user: CreatedUser, password: string) => {
    if (!isStoring) throw new Error('the disk is full');
    users.push(user);
    passwords.push(password);
  };
  const { fetch: answer } = createHost([{ name: 'action', handler }], store);
  const server = serve({ fetch: answer, port: 0 });
  closers.push(() => server.close());
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}/sign-up`;
  const post = async (body: string) => {
    const response = await fetch(url, { method: 'POST', body });
    const text = await response.text();
    return [response.status, text.startsWith('{') ? JSON.parse(text) : text];
  };
  return { post, users, passwords };
}

const ada = JSON.stringify({
  email: 'ada@example.com',
  password: 'secret',
  plan: 'free',
  otp: '123456',
});
const unreadable = [400, { message: 'This request cannot be read.' }];

it('is no longer than thirty lines', () => {
  const lines = readFileSync(new URL('create-host.ts', import.meta.url), 'utf8')
    .trim()
    .split('\n');

  expect(lines.filter((line) => line !== '').length).toBeLessThanOrEqual(30);
});

it('stores who is let in, with what the Actions have set', async () => {
  const { post, users, passwords } = await start(async (event, api) => {
    expect(event.request.body).toEqual({ plan: 'free' });
    api.user.setAppMetadata('plan', String(event.request.body['plan']));
  });

  expect(await post(ada)).toEqual([200, {}]);
  expect(users).toMatchObject([{ email: 'ada@example.com', app_metadata: { plan: 'free' } }]);
  expect(passwords).toEqual(['secret']);
});

it('responds with the message for the user, and logs the reason', async () => {
  const { post, users } = await start(async (_event, api) => api.access.deny('bot', 'Not now.'));

  expect(await post(ada)).toEqual([403, { message: 'Not now.' }]);
  expect(users).toEqual([]);
  expect(log).toHaveBeenCalledWith('{"type":"fs","description":"pre-user-registration: bot"}');
});

it('logs a refusal that comes too late', async () => {
  const { post } = await start(async (_event, api) => {
    setTimeout(() => api.access.deny('late', 'late'), 5);
  });

  expect(await post(ada)).toEqual([200, {}]);
  await expect.poll(() => log.mock.calls.join()).toContain('"code":"late-call"');
});

it.each([
  '',
  '{"email":',
  'null',
  'true',
  '5',
  '"text"',
  '[]',
  '{}',
  '{"email":"","password":"secret"}',
  '{"email":["mallory@example.com"],"password":"secret"}',
  '{"email":"ada@example.com"}',
  '{"email":"ada@example.com","password":["secret"]}',
])('refuses signups by %s', async (body) => {
  const { post, users } = await start(async () => {});

  expect(await post(body)).toEqual(unreadable);
  expect(await post(ada)).toEqual([200, {}]);
  expect(users).toHaveLength(1);
});

it('reads no more than a form', async () => {
  const { post, users } = await start(async () => {});

  const plan = 'x'.repeat(2 ** 17);
  const [status] = await post(JSON.stringify({ email: 'a@example.com', password: 'b', plan }));
  expect([status, users]).toEqual([413, []]);
});

it('goes on after an Action that fails', async () => {
  const { post } = await start(async (event) => {
    if (event.request.body['plan'] === 'free') throw new Error('no such plan');
  });

  expect(await post(ada)).toEqual([500, { message: expect.stringContaining('try again later') }]);
  expect(await post('{"email":"ada@example.com","password":"secret"}')).toEqual([200, {}]);
});

it('goes on after a user that cannot be stored, and logs why', async () => {
  const { post } = await start(async () => {}, false);

  expect(await post(ada)).toEqual([500, 'Internal Server Error']);
  expect(logError.mock.calls.join()).toContain('the disk is full');
  expect(await post('null')).toEqual(unreadable);
});
