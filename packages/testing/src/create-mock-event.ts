import type { Event } from '@signup-actions/types';
import { universalLogin } from './events/universal-login.ts';
import { mergeDeep } from './merge-deep.ts';

/** Any part of the event, at any depth; `undefined` takes an optional part out. */
export type EventOverrides = DeepPartial<Event>;

/** Objects part by part; arrays whole. */
export type DeepPartial<Whole> = Whole extends readonly unknown[]
  ? Whole
  : Whole extends object
    ? { [Part in keyof Whole]?: DeepPartial<Whole[Part]> | undefined }
    : Whole;

/**
 * One valid, fixed event: a signup with a password through the login page, both metadata objects empty.
 * Overrides are laid over it part by part; arrays and plain values are replaced.
 *
 * @example
 * ```ts
 * const event = createMockEvent({ user: { email: 'ada@example.com' }, transaction: undefined });
 * ```
 */
export const createMockEvent = (overrides: EventOverrides = {}): Event =>
  mergeDeep(universalLogin, overrides) as Event;
