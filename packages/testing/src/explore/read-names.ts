import type { Action } from '@signup-actions/runtime-core';
import type { Event } from '@signup-actions/types';

/** The names that an Action reads in the open parts of an event, where any name can be. */
export interface ReadNames {
  readonly secrets: Set<string>;
  readonly body: Set<string>;
  readonly userMetadata: Set<string>;
  readonly clientMetadata: Set<string>;
}

/** No names yet. */
export const createReadNames = (): ReadNames => ({
  secrets: new Set(),
  body: new Set(),
  userMetadata: new Set(),
  clientMetadata: new Set(),
});

/** The Action, which adds the names that it reads to `names`. */
export const watchNames = (action: Action, names: ReadNames): Action => ({
  ...action,
  handler: async (event, api): Promise<void> => {
    await action.handler(watchEvent(event, names), api);
  },
});

const watchEvent = (event: Event, names: ReadNames): Event => ({
  ...event,
  secrets: watchReads(event.secrets, names.secrets),
  request: { ...event.request, body: watchReads(event.request.body, names.body) },
  user: {
    ...event.user,
    ...(event.user.user_metadata && {
      user_metadata: watchReads(event.user.user_metadata, names.userMetadata),
    }),
  },
  ...(event.client && {
    client: { ...event.client, metadata: watchReads(event.client.metadata, names.clientMetadata) },
  }),
});

/** What JavaScript itself reads of an object does not count. */
const isOwnName = (name: string | symbol): name is string =>
  typeof name === 'string' && !(name in Object.prototype) && name !== 'then' && name !== 'toJSON';

const watchReads = <Part extends object>(part: Part, names: Set<string>): Part =>
  new Proxy(part, {
    get(target, name) {
      if (isOwnName(name)) names.add(name);
      return Reflect.get(target, name) as unknown;
    },
    has(target, name) {
      if (isOwnName(name)) names.add(name);
      return Reflect.has(target, name);
    },
  });
