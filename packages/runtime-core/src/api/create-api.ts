import type { PreUserRegistrationAPI } from '@signup-actions/types';
import { createAccess } from './access.ts';
import { createCache } from './cache.ts';
import type { ApiContext } from './context.ts';
import { createUser } from './user.ts';
import { createValidation } from './validation.ts';

/**
 * The `api` of one Action: closures that use no `this`, so that destructuring and spying work; not
 * frozen, so that replacing a method changes this one object alone. Every method but the cache's answers
 * the same root, so calls chain (F11): `base` is what it is made of, when it is to hold more.
 */
export function createApi<Base extends object>(
  context: ApiContext,
  base: Base = {} as Base,
): Base & PreUserRegistrationAPI {
  const root = base as Base & PreUserRegistrationAPI;
  return Object.assign(root, {
    access: createAccess(context, root),
    cache: createCache(context),
    user: createUser(context, root),
    validation: createValidation(context, root),
  });
}
