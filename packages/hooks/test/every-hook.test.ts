import { inspect } from 'node:util';
import type { Outcome } from '@signup-actions/runtime-core';
import { toTenantLog } from '@signup-actions/runtime-core';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { describe, expect, it, vi } from 'vitest';
import { codecs, hooks } from './hooks.ts';

// What holds for the hook of each platform.

const generic = 'Something went wrong. Please try again later.';
const action = (handler: PreUserRegistrationAction, secrets = {}) => [
  { name: 'action', handler, secrets },
];

describe.each(hooks)('the hook of $name', ({ name, payload, decide }) => {
  it('lets a user in if every Action does', async () => {
    const handler = vi.fn<PreUserRegistrationAction>(async () => {});

    expect(await decide({ actions: action(handler) })).toEqual({ created: true });
    expect(handler.mock.calls[0]?.[0]).toMatchObject({ user: { email: 'ada@example.com' } });
  });

  it('shows the message of a denial, and not its reason', async () => {
    const actions = action(async (_event, api) => api.access.deny('bot', 'Not now.'));

    expect(await decide({ actions })).toEqual({ created: false, message: 'Not now.' });
  });

  it('shows the message of a validation error, and not its code', async () => {
    const actions = action(async (_event, api) => api.validation.error('no_company', 'Which one?'));

    expect(await decide({ actions })).toEqual({ created: false, message: 'Which one?' });
  });

  it('refuses with a generic message if an Action has none', async () => {
    const actions = action(async (_event, api) => api.access.deny('bot', ''));

    expect(await decide({ actions })).toEqual({
      created: false,
      message: 'This registration is not possible.',
    });
  });

  it('refuses if an Action fails, and shows nothing of the cause', async () => {
    const onOutcome = vi.fn<(outcome: Outcome) => void>();
    const actions = action(async () => {
      throw new Error('connect ECONNREFUSED 10.0.0.1');
    });

    expect(await decide({ actions, onOutcome })).toEqual({ created: false, message: generic });
    expect(toTenantLog(onOutcome.mock.calls[0]![0])[0]?.description).toContain('10.0.0.1');
  });

  it('refuses if an Action takes too long', async () => {
    const runtime = { limits: { flowTimeoutMs: 20 } };
    const actions = action(() => new Promise(() => {}));

    expect(await decide({ actions, runtime })).toEqual({ created: false, message: generic });
  });

  it.each<[string, PreUserRegistrationAction]>([
    ['user metadata "plan"', async (_event, api) => api.user.setUserMetadata('plan', 'free')],
    ['app metadata "plan"', async (_event, api) => api.user.setAppMetadata('plan', 'free')],
    ['app metadata "plan"', async (_event, api) => api.user.setAppMetadata('plan', null)],
    ['a user id', async (_event, api) => api.user.setUserId('ada-7')],
  ])('refuses what it has no place for, and says what: %s', async (what, handler) => {
    const onOutcome = vi.fn<(outcome: Outcome) => void>();

    expect(await decide({ actions: action(handler), onOutcome })).toEqual({
      created: false,
      message: generic,
    });
    expect(onOutcome.mock.calls[0]![0]).not.toHaveProperty('user');
    expect(toTenantLog(onOutcome.mock.calls[0]![0])[0]).toEqual({
      type: 'fs',
      description: expect.stringContaining(
        `an Action set ${what}, but the hook of ${name} cannot store it.`,
      ),
    });
  });

  const setEverything = action(async (_event, api) => {
    api.user.setUserMetadata('plan', 'free').user.setUserMetadata('campaign', null);
    api.user.setAppMetadata('source', 'signup').user.setUserId('ada-7');
  });

  it('stores everything where the host says, before the user is let in', async () => {
    const stored: unknown[] = [];
    const store = {
      userMetadata: async (changes: object) => void stored.push(changes),
      appMetadata: (changes: object, { key }: { readonly key: string }) =>
        void stored.push(changes, key),
      userId: (userId: string) => void stored.push(userId),
    };

    expect(await decide({ actions: setEverything, store })).toEqual({ created: true });
    const key = codecs[name as keyof typeof codecs].toUserKey(
      codecs[name as keyof typeof codecs].parse(payload) as never,
    );
    expect(stored).toEqual([{ source: 'signup' }, key, { plan: 'free', campaign: null }, 'ada-7']);
  });

  it('stores nothing if one kind has no place', async () => {
    const appMetadata = vi.fn<() => void>();

    expect(await decide({ actions: setEverything, store: { appMetadata } })).toMatchObject({
      created: false,
    });
    expect(appMetadata).not.toHaveBeenCalled();
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('disk full');
      },
    ],
    ['rejects', () => Promise.reject(new Error('disk full'))],
    ['never ends', () => new Promise(() => {})],
  ])('refuses if storing %s', async (_, userId) => {
    const runtime = { limits: { flowTimeoutMs: 20 } };
    const actions = action(async (_event, api) => api.user.setUserId('ada-7'));

    expect(await decide({ actions, runtime, store: { userId } })).toEqual({
      created: false,
      message: generic,
    });
  });

  it.each([() => Promise.reject(new Error('no log')), () => new Promise(() => {})])(
    'decides whatever the log does',
    async (onOutcome) => {
      expect(await decide({ actions: [], onOutcome })).toEqual({ created: true });
    },
  );

  it.each([null, [], 'text', 7, {}, { ...payload, user: 1, user_data: 1, request: 1 }])(
    'refuses anything that is not a signup: %j',
    async (other) => {
      const handler = vi.fn<PreUserRegistrationAction>(async () => {});

      expect(await decide({ actions: action(handler) }, other)).toMatchObject({ created: false });
      expect(handler).not.toHaveBeenCalled();
    },
  );

  it('logs no secret of a user whose metadata has no place', async () => {
    const onOutcome = vi.fn<(outcome: Outcome) => void>();
    const key = 'hunter2hunter2';
    const actions = action(
      async ({ secrets }, api) => api.user.setUserMetadata('key', `${secrets['KEY']}`),
      { KEY: key },
    );

    await decide({ actions, onOutcome });

    const outcome = onOutcome.mock.calls[0]![0];
    expect(outcome.status).toBe('failed');
    expect(JSON.stringify(outcome) + inspect(outcome, { depth: 9 })).not.toContain(key);
  });

  it('shows no secret to the user', async () => {
    const KEY = 'sk_live_4711';
    const actions = action(
      async (event, api) => api.access.deny('no', `Ask for ${event.secrets['KEY']}.`),
      { KEY },
    );

    expect(await decide({ actions })).toEqual({
      created: false,
      message: 'Ask for [secret KEY].',
    });
  });
});
