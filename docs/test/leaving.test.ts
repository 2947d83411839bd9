import type { PreUserRegistrationAction } from '@signup-actions/types';
import { describe, expect, it, vi } from 'vitest';
import { hooks, type Hook } from '../../packages/hooks/test/hooks.ts';
import { readText, root } from './read-pages.ts';

// The columns of Better Auth and of the hooks in the two tables of "Leaving" say what these do.

/** The cells of a table, by row and column; the first cell of a row is its name. */
function readTable(heading: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const [, text = ''] = readText('docs/leaving.md').split(`## ${heading}\n`);
  const lines = (/^\|(?:.*\n)+?(?=\n)/m.exec(text)?.[0] ?? '').trim().split('\n');
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return new Map(
    rows.map(([name = '', ...cells]) => [
      name,
      new Map(cells.map((cell, index) => [head[index + 1]?.toLowerCase() ?? '', cell])),
    ]),
  );
}

const run = (hook: Hook, handler: PreUserRegistrationAction, more = {}, payload?: unknown) =>
  hook.decide({ actions: [{ name: 'action', handler }], ...more }, payload);

const yesIf = (value: boolean): string => (value ? 'yes' : 'no');

/** Stores nothing, and has a place for everything. */
const store = { appMetadata: () => {}, userMetadata: () => {}, userId: () => {} };

async function storing(hook: Hook, handler: PreUserRegistrationAction): Promise<string> {
  const alone = await run(hook, handler);
  if (alone.created) return 'yes';
  return (await run(hook, handler, { store })).created ? 'with `store`' : 'no';
}

const external: Readonly<Record<string, object>> = {
  supabase: { user: { id: '1', app_metadata: { provider: 'google' } } },
  workos: { authentication_method: 'GoogleOAuth' },
  cognito: { triggerSource: 'PreSignUp_ExternalProvider' },
};

const deeds: Readonly<Record<string, (hook: Hook) => Promise<string>>> = {
  'refuses: later Actions do not run': async ({ decide }) => {
    const later = vi.fn<PreUserRegistrationAction>(async () => {});
    const refuse: PreUserRegistrationAction = async (_event, api) => api.access.deny('no', 'No.');
    const actions = [
      { name: 'first', handler: refuse },
      { name: 'second', handler: later },
    ];
    return yesIf(!(await decide({ actions })).created && later.mock.calls.length === 0);
  },
  '`deny`: the user sees the message': async (hook) =>
    yesIf((await run(hook, async (_, api) => api.access.deny('no', 'No.'))).message === 'No.'),
  '`error`: the user sees the message': async (hook) =>
    yesIf((await run(hook, async (_, api) => api.validation.error('c', 'No.'))).message === 'No.'),
  '`deny`: the client sees the reason': async (hook) => {
    const decision = await run(hook, async (_, api) => api.access.deny('reason-7', 'No.'));
    return yesIf(JSON.stringify(decision).includes('reason-7'));
  },
  'throws or takes too long: refused': async (hook) => {
    const thrown = await run(hook, async () => {
      throw new Error('broken');
    });
    const runtime = { limits: { flowTimeoutMs: 10 } };
    const hanging = await run(hook, () => new Promise(() => {}), { runtime });
    return yesIf(!thrown.created && !hanging.created);
  },
  '`setUserMetadata`': (hook) =>
    storing(hook, async (_, api) => void api.user.setUserMetadata('plan', 'free')),
  '`setAppMetadata`': (hook) =>
    storing(hook, async (_, api) => void api.user.setAppMetadata('plan', 'free')),
  '`setUserId`': (hook) => storing(hook, async (_, api) => void api.user.setUserId('ada')),
  '`api.cache` is kept between signups': async (hook) => {
    const seen: unknown[] = [];
    const handler: PreUserRegistrationAction = async (_, api) => {
      seen.push(api.cache.get('seen')?.value);
      api.cache.set('seen', 'before');
    };
    const runtime = { cache: new Map() };
    await run(hook, handler, { runtime });
    await run(hook, handler, { runtime });
    return yesIf(seen[1] === 'before');
  },
  '`event.secrets`': async ({ decide }) => {
    const handler = vi.fn<PreUserRegistrationAction>(async () => {});
    await decide({ actions: [{ name: 'action', handler, secrets: { KEY: 'value' } }] });
    return yesIf(handler.mock.calls[0]?.[0].secrets['KEY'] === 'value');
  },
  'runs for users of Google and the like': async (hook) => {
    const handler = vi.fn<PreUserRegistrationAction>(async () => {});
    await run(hook, handler, {}, { ...hook.payload, ...external[hook.name] });
    return yesIf(handler.mock.calls.length > 0);
  },
};

interface TestAuth {
  readonly signUp: (
    email: string,
    more: object,
    headers: Readonly<Record<string, string>>,
  ) => Promise<{ readonly body: Readonly<Record<string, unknown>> }>;
  readonly users: () => readonly object[];
  readonly close: () => void;
}
// By a computed address: the types of Better Auth need those of a browser, which this project does not have.
const { createTestAuth } = (await import(
  `${root}/packages/better-auth/test/create-test-auth.ts`
)) as { readonly createTestAuth: (options: object) => Promise<TestAuth> };

/** A sign-up by password at a real Better Auth with the plugin. */
const betterAuth: Hook = {
  name: 'better auth',
  payload: { image: 'https://example.com/ada.png' },
  async decide({ actions, runtime }, payload = {}) {
    const auth = await createTestAuth({ actions, ...runtime });
    const headers = { host: 'shop.example', 'user-agent': 'Mozilla/5.0' };
    const { body } = await auth.signUp('ada@example.com', payload as object, headers);
    const created = auth.users().length === 1;
    auth.close();
    const { message } = body;
    return { created, ...(typeof message === 'string' && { message }) };
  },
};

/** What a sign-up by password does not show: the tests of the plugin do. */
const elsewhere = new Set([
  'runs for users of Google and the like',
  '`user.phone_number`',
  '`user.username`',
]);

/** As much as each platform can send. */
const complete: Readonly<Record<string, object>> = {
  supabase: {
    user: {
      id: '1',
      email: 'ada@example.com',
      phone: '+15550100',
      app_metadata: { provider: 'email' },
      user_metadata: { campaign: 'spring' },
    },
  },
  workos: {
    user_data: {
      email: 'ada@example.com',
      name: 'Ada Lovelace',
      first_name: 'Ada',
      last_name: 'Lovelace',
    },
  },
  cognito: {
    request: {
      userAttributes: {
        email: 'ada@example.com',
        phone_number: '+15550100',
        name: 'Ada Lovelace',
        given_name: 'Ada',
        family_name: 'Lovelace',
        nickname: 'Ada',
        picture: 'https://example.com/ada.png',
      },
      clientMetadata: { campaign: 'spring' },
    },
  },
};

/** Whether a field has something in it that the platform sent. */
function isKnown(event: object, path: string): boolean {
  const value = path
    .split('.')
    .reduce<unknown>((object, name) => (object as Record<string, unknown>)?.[name], event);
  if (value === undefined || value === '0.0.0.0') return false;
  return typeof value !== 'object' || Object.keys(value ?? {}).length > 0;
}

const can = readTable('What an Action can do');
const sees = readTable('What an Action sees');

it('has a probe for each thing that an Action can do', () => {
  expect([...can.keys()]).toEqual(Object.keys(deeds));
  expect(sees.size).toBe(17);
});

describe.each([...hooks, betterAuth])('$name', (hook) => {
  const isShown = (row: string): boolean => hook !== betterAuth || !elsewhere.has(row);

  it.each([...can.keys()].filter(isShown))('%s', async (deed) => {
    expect(await deeds[deed]?.(hook)).toBe(can.get(deed)?.get(hook.name));
  });

  it.each([...sees.keys()].filter(isShown))('an Action sees %s', async (field) => {
    const handler = vi.fn<PreUserRegistrationAction>(async () => {});
    await run(hook, handler, {}, { ...hook.payload, ...complete[hook.name] });

    const event = handler.mock.calls[0]?.[0] ?? {};
    expect(yesIf(isKnown(event, field.replaceAll('`', '')))).toBe(sees.get(field)?.get(hook.name));
  });
});
