import type { OpenRecord } from '../open-record.ts';
import type { Declared, Shape } from '../shape.ts';
import type { AccessAPI } from './access.ts';
import type { CacheAPI } from './cache.ts';
import type { UserAPI } from './user.ts';
import type { ValidationAPI } from './validation.ts';

/**
 * What a pre-user-registration Action can do. All methods but the cache's answer this same object, so
 * calls chain (F11). It is the running Action's own, and ends with it: a call after the handler has settled
 * changes nothing (F8).
 *
 * @example
 * ```ts
 * api.user.setAppMetadata('source', 'signup').user.setUserMetadata('plan', 'free');
 * ```
 */
export interface PreUserRegistrationAPI<S extends Shape = Shape> {
  /** Whether the person gets in. Source: F2. */
  readonly access: AccessAPI<PreUserRegistrationAPI<S>>;
  /** Texts that outlive the flow, for this trigger's Actions alone. Source: C1, C2. */
  readonly cache: CacheAPI;
  /** What is stored with the user once the flow lets them in. Source: M2, U1. */
  readonly user: UserAPI<
    PreUserRegistrationAPI<S>,
    Declared<S, 'userMetadata', OpenRecord>,
    Declared<S, 'appMetadata', OpenRecord>
  >;
  /** Whether what the person typed is in order. Source: F3. */
  readonly validation: ValidationAPI<PreUserRegistrationAPI<S>>;
}

/** The short name of {@link PreUserRegistrationAPI}: the same type. */
export type API<S extends Shape = Shape> = PreUserRegistrationAPI<S>;
