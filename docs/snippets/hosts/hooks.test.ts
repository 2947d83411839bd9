import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it, vi } from 'vitest';
import {
  readForSupabase,
  readForWorkos,
  signForSupabase,
  signForWorkos,
  supabasePayload,
  supabaseSecret,
  workosPayload,
  workosSecret,
} from '../../../packages/hooks/test/hooks.ts';
import { createSupabaseHandler } from './create-supabase-handler.ts';
import { createWorkosHandler, type Waiting } from './create-workos-handler.ts';

const actions = (handler: PreUserRegistrationAction) => [{ name: 'action', handler }];

it('decides on a signup of Supabase, and logs the reason', async () => {
  const print = vi.spyOn(console, 'log').mockReturnValue();
  const handle = createSupabaseHandler(
    supabaseSecret,
    actions(async (_event, api) => api.access.deny('bot', 'Not now.')),
  );

  const response = await handle(signForSupabase(JSON.stringify(supabasePayload)));
  expect(await readForSupabase(response)).toEqual({ created: false, message: 'Not now.' });
  await handle(new Request('https://hook.example/', { method: 'POST', body: '{}' }));

  expect(print.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
    { type: 'fs', description: 'pre-user-registration: bot' },
    {
      type: 'hook-error',
      code: 'signature-invalid',
      message: 'The signature or the time of the request is not valid.',
    },
  ]);
  print.mockRestore();
});

it('keeps what WorkOS stores later', async () => {
  const waiting: Waiting = new Map();
  const handle = createWorkosHandler(
    workosSecret,
    actions(async (_event, api) => {
      api.user.setAppMetadata('plan', 'free').user.setUserId('ada-7');
    }),
    waiting,
  );

  const response = await handle(await signForWorkos(JSON.stringify(workosPayload)));

  expect(await readForWorkos(response)).toEqual({ created: true });
  expect([...waiting]).toEqual([
    ['ada@example.com', { metadata: { plan: 'free' }, externalId: 'ada-7' }],
  ]);
});
