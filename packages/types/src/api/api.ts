import type { PlainShape, Shape } from '../shape.ts';
import type { AccessApi } from './access.ts';
import type { CacheApi } from './cache.ts';
import type { UserApi } from './user.ts';
import type { ValidationApi } from './validation.ts';

/**
 * What the handler decides with. Every method but the cache's answers this same object, so calls chain
 * (F11). It works until the handler settles; what is called later changes nothing (F8).
 *
 * @typeParam S - what the project knows of its tenant; see {@link Shape}.
 */
export interface PreUserRegistrationAPI<out S extends Shape = PlainShape> {
  /** Refuses the registration. */
  readonly access: AccessApi<PreUserRegistrationAPI<S>>;
  /** A small cache that lasts between flows. */
  readonly cache: CacheApi;
  /** Sets metadata and the user's id. */
  readonly user: UserApi<S, PreUserRegistrationAPI<S>>;
  /** Refuses the registration over what the person has filled in. */
  readonly validation: ValidationApi<PreUserRegistrationAPI<S>>;
}

/** {@link PreUserRegistrationAPI}, by its short name. */
export type API<S extends Shape = PlainShape> = PreUserRegistrationAPI<S>;
