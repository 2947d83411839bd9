import type { Changes, Outcome } from '@signup-actions/runtime-core';
import { hostContract } from '@signup-actions/testing/contracts';
import { describe, expect, it, vi } from 'vitest';
import { codecs, hooks } from './hooks.ts';

// The contract of hosts, over the whole hook: the signed request, the stores, and what the platform makes of the response.
// Only the event is the law's own, because a platform sends less than a law looks at.

const apply = (before: object | undefined, changes: Changes['appMetadata']): object => {
  const kept = Object.entries(before ?? {}).filter(([key]) => !Object.hasOwn(changes, key));
  const written = Object.entries(changes).filter(([, value]) => value !== null);
  return Object.fromEntries([...kept, ...written]);
};

describe.each(hooks)('the hook of $name', ({ name, decide }) => {
  const codec = codecs[name as keyof typeof codecs];
  const laws = hostContract(async ({ event, actions }) => {
    const { secrets: _secrets, configuration: _configuration, ...signup } = event;
    const user: Record<string, unknown> = { ...(event.user as object) };
    let outcome: Outcome | undefined;
    const toEvent = vi.spyOn(codec, 'toEvent').mockReturnValue(signup);
    const { created } = await decide({
      actions,
      runtime: { clock: () => 0 },
      store: {
        appMetadata: (changes) =>
          void (user['app_metadata'] = apply(event.user.app_metadata, changes)),
        userMetadata: (changes) =>
          void (user['user_metadata'] = apply(event.user.user_metadata, changes)),
        userId: (userId) => void (user['user_id'] = `auth0|${userId}`),
      },
      onOutcome: (one) => void (outcome = one),
    }).finally(() => toEvent.mockRestore());
    const { status } = outcome!;
    if (created !== (status === 'allowed'))
      throw new Error(`The platform has another result than ${status}.`);
    return {
      status,
      ...('refusal' in outcome! && { refusal: outcome.refusal }),
      ...(created && { user }),
    };
  });

  it.each(laws.map(({ name: law, check }) => [law, check] as const))('%s', async (_, check) => {
    expect(await check()).toBeUndefined();
  });
});
