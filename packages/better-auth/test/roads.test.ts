import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Action, Outcome } from '@signup-actions/runtime-core';
import { describe, expect, it } from 'vitest';
import { createTestAuth } from './create-test-auth.ts';
import { roadOptions, roads } from './roads.ts';

/** The Action of a test, and the events that it got. */
function watch(handler: Action['handler'] = async () => {}) {
  const events: Parameters<Action['handler']>[0][] = [];
  const action: Action = {
    name: 'watch',
    handler: async (event, api) => {
      events.push(event);
      return handler(event, api);
    },
  };
  return { actions: [action], events };
}

const settle = (taken: Promise<unknown>) => taken.catch((error: unknown) => error);

describe.each(roads)('$name', ({ strategy, take }) => {
  it('is decided by the Actions once, and stores the user with metadata', async () => {
    const { actions, events } = watch(async (_event, api) => {
      api.user.setUserMetadata('plan', 'free');
      api.user.setAppMetadata('tier', 1);
    });
    const auth = await createTestAuth({ actions }, roadOptions);

    await take(auth);

    expect(events.map(({ connection }) => connection.strategy)).toEqual([strategy]);
    const hasMetadata = strategy !== 'email' && strategy !== 'sms';
    expect(auth.users()).toMatchObject([
      {
        userMetadata: hasMetadata ? '{"plan":"free"}' : '{}',
        appMetadata: hasMetadata ? '{"tier":1}' : '{}',
      },
    ]);
    auth.close();
  });

  it('stores no user that an Action refuses', async () => {
    const { actions, events } = watch(async (_event, api) => {
      api.access.deny('a reason', 'Not today.');
    });
    const auth = await createTestAuth({ actions }, roadOptions);

    const result = await settle(take(auth));

    expect(events).toHaveLength(1);
    expect(auth.users()).toEqual([]);
    expect(JSON.stringify(result)).toContain('SIGNUP_DENIED');
    expect(JSON.stringify(result)).not.toContain('a reason');
    auth.close();
  });

  it('stores no user if an Action fails', async () => {
    const outcomes: Outcome[] = [];
    const { actions } = watch(() => Promise.reject(new Error('broken down')));
    const onOutcome = (outcome: Outcome): unknown => outcomes.push(outcome);
    const auth = await createTestAuth({ actions, onOutcome }, roadOptions);

    await settle(take(auth));

    expect(outcomes).toMatchObject([{ status: 'failed' }]);
    expect(auth.users()).toEqual([]);
    auth.close();
  });
});

// `oauth2/link-account.mjs` also serves One Tap, the OAuth proxy and the SSO package. An invitation to an organization creates no
// user: the user who accepts it has signed up before.
it('these are all files of Better Auth that create users', () => {
  const folder = dirname(fileURLToPath(import.meta.resolve('better-auth')));
  const files = globSync('**/*.mjs', {
    cwd: folder,
    // For tests of applications only.
    exclude: ['plugins/test-utils/**'],
  }).filter((file) =>
    /internalAdapter\.create(OAuth)?User\(|model: "user",\s+data/.test(
      readFileSync(`${folder}/${file}`, 'utf8'),
    ),
  );

  const tried = roads.map(({ file }) => file).filter((file) => !file.startsWith('db/'));
  expect(files.toSorted()).toEqual([...new Set(tried)].toSorted());
});
