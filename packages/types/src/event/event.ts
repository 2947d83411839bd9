import type { Declared, Shape } from '../shape.ts';
import type { EventAnonymousSession } from './anonymous-session.ts';
import type { EventAuthentication } from './authentication.ts';
import type { EventClient } from './client.ts';
import type { Configuration } from './configuration.ts';
import type { EventConnection } from './connection.ts';
import type { EventCustomDomain } from './custom-domain.ts';
import type { EventExperiment } from './experiment.ts';
import type { EventRequest } from './request.ts';
import type { Secrets } from './secrets.ts';
import type { EventSecurityContext } from './security-context.ts';
import type { EventTenant } from './tenant.ts';
import type { EventTransaction } from './transaction.ts';
import type { EventUser } from './user.ts';

/**
 * What a pre-user-registration Action is told about a signup. Read-only, since each Action has its own
 * copy: edits reach neither the next Action nor the user (F9). Closed: a property that the trigger does
 * not have is an error.
 *
 * `Event<S>` is an `Event`; the reverse does not hold, so that an event without a declared secret is not
 * taken for one that has it. Hence `out`: without it the compiler would find the two interchangeable.
 *
 * @example
 * ```ts
 * type Store = { secrets: { API_KEY: string } };
 * const readKey = (event: Event<Store>): string => event.secrets.API_KEY;
 * ```
 */
export interface Event<out S extends Shape = Shape> {
  /** The user who is about to be created. Source: the event reference. */
  readonly user: EventUser<S>;
  /** The connection that they are about to be created in. Source: the event reference. */
  readonly connection: EventConnection;
  /** The request that brought the signup. Source: the event reference. */
  readonly request: EventRequest<S>;
  /** The tenant that the signup is for. Source: the event reference. */
  readonly tenant: EventTenant;
  /**
   * The login that the signup is part of. Absent when the signup came by `POST /dbconnections/signup`,
   * the Management API or the dashboard: `!event.transaction` tells. Source: the event reference.
   */
  readonly transaction?: EventTransaction | undefined;
  /** The application that the signup came through; can be absent. Source: the event reference. */
  readonly client?: EventClient | undefined;
  /** The running Action's own secrets; `{}` when it has none (F10). Source: the event reference. */
  readonly secrets: Declared<S, 'secrets', Secrets>;
  /** The running Action's own configuration; `{}` when it has none (F10). Source: the vendor's types, marked private there. */
  readonly configuration: Declared<S, 'configuration', Configuration>;
  /** The tenant's own domain that was used; absent on the canonical domain. Source: the event reference. */
  readonly custom_domain?: EventCustomDomain | undefined;
  /** How the attempt to authenticate was judged; absent when nobody did. Source: the event reference. */
  readonly authentication?: EventAuthentication | undefined;
  /** Fingerprints of the TLS connection; absent when they were not taken. Source: the event reference. */
  readonly security_context?: EventSecurityContext | undefined;
  /** The experiment that the signup takes part in, `null` when none runs; absent outside the beta. Source: seen, not in the event reference. */
  readonly experiment?: EventExperiment | null | undefined;
  /** The person's visit before the signup; absent when there was none, and outside the beta. Source: seen, not in the event reference. */
  readonly anonymous_session?: EventAnonymousSession | undefined;
}
