import { createHookHandler, type HookHandler } from '@signup-actions/hooks';
import { workos } from '@signup-actions/hooks/workos';
import type { Action } from '@signup-actions/runtime-core';

/** Where changes wait until the user exists, by email address. */
export type Waiting = Map<string, { metadata?: object; externalId?: string }>;

/** The webhook `user.created` of WorkOS then takes them from `waiting`, and updates the user. */
export const createWorkosHandler = (
  secret: string,
  actions: readonly Action[],
  waiting: Waiting,
): HookHandler =>
  createHookHandler({
    platform: workos,
    secret,
    actions,
    store: {
      appMetadata: (metadata, { key }) => waiting.set(key, { ...waiting.get(key), metadata }),
      userId: (externalId, { key }) => waiting.set(key, { ...waiting.get(key), externalId }),
    },
  });
