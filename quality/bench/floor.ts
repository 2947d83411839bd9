import type {
  Event,
  PreUserRegistrationAction,
  PreUserRegistrationAPI,
} from '@signup-actions/types';

/** The least an api can be: a literal whose methods push what they are given to an array. */
export function createFloorApi(): PreUserRegistrationAPI {
  const calls: unknown[] = [];
  const chain = (...args: readonly unknown[]): unknown => {
    calls.push(args);
    return root;
  };
  const answer = (...args: readonly unknown[]): undefined => void calls.push(args);
  const root = {
    access: { deny: chain },
    cache: { get: answer, set: answer, delete: answer },
    user: { setAppMetadata: chain, setUserMetadata: chain, setUserId: chain },
    validation: { error: chain },
  };
  return root as unknown as PreUserRegistrationAPI;
}

/** The least a flow can be: each handler with a copy of the event and an api of its own (F9). */
export const runFloor =
  (handlers: readonly PreUserRegistrationAction[], event: Event) => async (): Promise<void> => {
    for (const handler of handlers) await handler(structuredClone(event), createFloorApi());
  };
