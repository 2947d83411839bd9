import type { Declared, Shape } from '../shape.ts';
import type { EventAuthentication } from './authentication.ts';
import type { EventAnonymousSession, EventExperiment } from './beta.ts';
import type { EventRequest, EventSecurityContext } from './request.ts';
import type { EventClient, EventConnection, EventCustomDomain, EventTenant } from './tenant.ts';
import type { EventTransaction } from './transaction.ts';
import type { EventUser } from './user.ts';

/**
 * The event that a pre-user-registration Action receives. Read-only: each Action has its own copy, so edits
 * reach neither the next Action nor the user (F9). Closed: reading a property that the trigger does not
 * have is a compile error.
 *
 * `Event<S>` is an `Event`, but an `Event` is not an `Event<S>`: an event without a declared secret must not
 * pass for one that has it. `out` enforces this: without it, the compiler would accept both.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 *
 * @example
 * ```ts
 * type Store = { secrets: { API_KEY: string } };
 * const readKey = (event: Event<Store>): string => event.secrets.API_KEY;
 * ```
 */
export interface Event<out S extends Shape = Shape> {
  /** The user who is about to be created. */
  readonly user: EventUser<S>;
  /** The database or passwordless connection in which the user is about to be created. */
  readonly connection: EventConnection;
  /** The HTTP request that started the signup. */
  readonly request: EventRequest<S>;
  /** The tenant that the signup is for. */
  readonly tenant: EventTenant;
  /**
   * The login transaction that the signup is part of. Absent if the signup came from
   * `POST /dbconnections/signup`, the Management API or the dashboard; `!event.transaction` detects that.
   */
  readonly transaction?: EventTransaction | undefined;
  /** The application that the user signs up through. Can be absent. */
  readonly client?: EventClient | undefined;
  /** The secrets of the running Action; `{}` if it has none (F10). */
  readonly secrets: Declared<S, 'secrets', Secrets>;
  /** The configuration of the running Action; `{}` if it has none (F10). Not in the event reference. */
  readonly configuration: Declared<S, 'configuration', Configuration>;
  /** The custom domain that the request used. Absent on the tenant's canonical domain. */
  readonly custom_domain?: EventCustomDomain | undefined;
  /** The assessed risk of the signup. Absent if it was not assessed. */
  readonly authentication?: EventAuthentication | undefined;
  /** The TLS fingerprints of the request. Absent if none were taken. */
  readonly security_context?: EventSecurityContext | undefined;
  /**
   * The experiment that the signup takes part in; `null` if none is running. A beta feature: absent if the
   * tenant does not have it. Not in the event reference.
   */
  readonly experiment?: EventExperiment | null | undefined;
  /**
   * The user's anonymous session before the signup. A beta feature: absent if there was no session, or if
   * the tenant does not have it. Not in the event reference.
   */
  readonly anonymous_session?: EventAnonymousSession | undefined;
}

/**
 * The secrets of the running Action by name, as set in the Action's settings (F10). A secret that is not set
 * is `undefined` at run time; declare a {@link Shape} to have names checked.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface Secrets {
  /** The value of a secret, always a string. */
  readonly [name: string]: string;
}

/**
 * The configuration of the running Action by name, which an Action from the marketplace is installed with
 * (F10). Values are `any`, because every such Action defines its own.
 *
 * Not in the event reference; the vendor's types have it and mark it as private.
 */
export interface Configuration {
  /** The value of a setting. */
  readonly [name: string]: any;
}
