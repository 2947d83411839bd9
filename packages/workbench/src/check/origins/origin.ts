/**
 * Where a value comes from: the way to it from the event or the api, such as `['event', 'user', 'email']`, or in an Actions
 * module from its global `actions`. `()` is the
 * result of a call, `…` the rest of an object, and `?` a member that only running the code would tell.
 */
export type Origin = readonly string[];

/** An origin as an author writes it: `event.user.email`. */
export const formatOrigin = (origin: Origin): string =>
  origin
    .filter((part) => part !== '…')
    .join('.')
    .replaceAll('.()', '()')
    .replaceAll('.?', '[…]');

/** Whether a value is the event, or a part of it. */
export const isOfEvent = (origin: Origin | undefined): origin is Origin => origin?.[0] === 'event';

/** The api's method that a value is, such as `access.deny`; absent if it is none. */
export const methodOf = (origin: Origin | undefined): string | undefined =>
  origin?.[0] === 'api' && origin.length === 3 ? origin.slice(1).join('.') : undefined;

/** Whether this method of the api refuses. */
export const isRefusal = (method: string | undefined): boolean =>
  method === 'access.deny' || method === 'validation.error';

/** Whether this method of the api changes what is stored with the user. */
export const isUserChange = (method: string | undefined): boolean =>
  method !== undefined && /^user\.set(AppMetadata|UserMetadata|UserId)$/.test(method);
