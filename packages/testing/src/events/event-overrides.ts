import type { Event, Shape } from '@signup-actions/types';

/** Any part of a whole, at any depth; arrays only whole, `undefined` only for optional parts. */
export type DeepPartial<Whole> = Whole extends readonly unknown[]
  ? Whole
  : Whole extends object
    ? { [Part in keyof Whole]?: DeepPartial<Whole[Part]> | UndefinedIfOptional<Whole, Part> }
    : Whole;

/** `undefined` removes a part, also with TypeScript's `exactOptionalPropertyTypes`. */
type UndefinedIfOptional<Whole, Part extends keyof Whole> =
  Partial<Pick<Whole, Part>> extends Pick<Whole, Part> ? undefined : never;

/** Any part of the event, at any depth. Secrets that the shape declares are required. */
export type EventOverrides<S extends Shape = Shape> = DeepPartial<Omit<Event<S>, 'secrets'>> &
  (S extends { readonly secrets: object }
    ? Pick<Event<S>, 'secrets'>
    : { readonly secrets?: Event['secrets'] });
