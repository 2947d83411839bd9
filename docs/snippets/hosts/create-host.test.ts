import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { CreatedUser } from '@signup-actions/runtime-core';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHost } from './create-host.ts';

const log = vi.spyOn(console, 'log').mockReturnValue();
beforeEach(() => log.mockClear());
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

async function start(handler: PreUserRegistrationAction, isStoring = true) {
  const users: CreatedUser[] = [];
  const store = async (user: CreatedUser) => {
    if (!isStoring) throw new Error('the disk is full');
    users.push(user);
  };
  const server = createHost([{ name: 'action', handler }], store).listen(0);
  closers.push(() => server.close());
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const post = async (body: string) => {
    const response = await fetch(url, { method: 'POST', body });
    return [response.status, await response.json()];
  };
  return { post, users };
}

const ada = JSON.stringify({ email: 'ada@example.com', password: 'secret', plan: 'free' });

it('is no longer than thirty lines', () => {
  const lines = readFileSync(new URL('create-host.ts', import.meta.url), 'utf8')
    .trim()
    .split('\n');

  expect(lines.filter((line) => line !== '').length).toBeLessThanOrEqual(30);
});

it('stores who is let in, with what the Actions have set', async () => {
  const { post, users } = await start(async (event, api) => {
    api.user.setAppMetadata('plan', String(event.request.body['plan']));
  });

  expect(await post(ada)).toEqual([200, {}]);
  expect(users).toMatchObject([{ email: 'ada@example.com', app_metadata: { plan: 'free' } }]);
});

it('answers the message for the person, and logs the reason', async () => {
  const { post, users } = await start(async (_event, api) => api.access.deny('bot', 'Not now.'));

  expect(await post(ada)).toEqual([403, { message: 'Not now.' }]);
  expect(users).toEqual([]);
  expect(log).toHaveBeenCalledWith('{"type":"fs","description":"pre-user-registration: bot"}');
});

it('goes on after a request that it cannot read, and after an Action that fails', async () => {
  const { post } = await start(async (event) => {
    if (event.request.body['plan'] === 'free') throw new Error('no such plan');
  });

  expect(await post('{"email":')).toEqual([400, { message: 'This request cannot be read.' }]);
  expect(await post(ada)).toEqual([500, { message: expect.stringContaining('try again later') }]);
  expect(await post('{"email":"ada@example.com"}')).toEqual([200, {}]);
});

it('goes on after a user that cannot be stored', async () => {
  const { post } = await start(async () => {}, false);

  expect(await post(ada)).toEqual([500, { message: 'Something went wrong.' }]);
  expect(await post('null')).toEqual([400, { message: 'This request cannot be read.' }]);
});
