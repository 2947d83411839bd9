import type { MethodPath } from '@signup-actions/types';

/** Every method of the api, with the number of arguments that a call has to have. */
export const methodParameters: Readonly<Record<MethodPath, number>> = {
  'access.deny': 2,
  'cache.delete': 1,
  'cache.get': 1,
  'cache.set': 2,
  'user.setAppMetadata': 2,
  'user.setUserId': 1,
  'user.setUserMetadata': 2,
  'validation.error': 2,
};

/** Every method of the api. */
export const methodPaths = Object.keys(methodParameters) as readonly MethodPath[];
