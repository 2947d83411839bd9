import type { Action } from '@signup-actions/runtime-core';
import type { PreUserRegistrationAction } from '@signup-actions/types';

/** Does nothing. */
export const trivial: PreUserRegistrationAction = async () => {};

/** Five metadata writes, a cache read and a cache write. */
export const busy: PreUserRegistrationAction = async (_event, api) => {
  for (let index = 0; index < 5; index += 1) api.user.setUserMetadata(`key${index}`, index);
  const count = Number(api.cache.get('count')?.value ?? 0) + 1;
  api.cache.set('count', String(count));
};

/** Writes metadata `times` times, over twenty keys. */
export const write =
  (times: number): PreUserRegistrationAction =>
  async (_event, api) => {
    for (let index = 0; index < times; index += 1)
      api.user.setUserMetadata(`key${index % 20}`, index);
  };

/** The same handler, bound `times` times. */
export const bind = (handler: PreUserRegistrationAction, times = 1): readonly Action[] =>
  Array.from({ length: times }, (_, index) => ({ name: `action ${index + 1}`, handler }));
