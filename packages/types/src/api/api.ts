import type { Declared, OpenRecord, Shape } from '../shape.ts';
import type { AccessAPI } from './access.ts';
import type { CacheAPI } from './cache.ts';
import type { UserAPI } from './user.ts';
import type { ValidationAPI } from './validation.ts';

/**
 * The api that a pre-user-registration Action receives. All methods except those of the cache return this
 * object, so calls can be chained (F11). Each Action has its own api, which ends with it: a call after the
 * handler has settled changes nothing, but a late refusal still counts while the flow is undecided (F8).
 *
 * @see {@link https://signup-actions.github.io/signup-actions/contract | Rules of the platform}
 *
 * @example
 * ```ts
 * api.user.setAppMetadata('source', 'signup').user.setUserMetadata('plan', 'free');
 * ```
 */
export interface PreUserRegistrationAPI<S extends Shape = Shape> {
  /** Refuses the registration (F2). */
  readonly access: AccessAPI<PreUserRegistrationAPI<S>>;
  /** Stores strings that outlive the flow, shared by all Actions of this trigger (C2). */
  readonly cache: CacheAPI;
  /** Sets what is stored with the user if the flow allows the registration (M2, U1). */
  readonly user: UserAPI<
    PreUserRegistrationAPI<S>,
    Declared<S, 'userMetadata', OpenRecord>,
    Declared<S, 'appMetadata', OpenRecord>
  >;
  /** Rejects invalid input (F3). */
  readonly validation: ValidationAPI<PreUserRegistrationAPI<S>>;
}

/** A short name for {@link PreUserRegistrationAPI}: the same type. */
export type API<S extends Shape = Shape> = PreUserRegistrationAPI<S>;
