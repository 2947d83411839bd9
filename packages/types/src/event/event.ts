import type { Declared, PlainShape, Shape } from '../shape.ts';
import type { EventAuthentication } from './authentication.ts';
import type { EventAnonymousSession, EventExperiment } from './beta.ts';
import type { EventClient } from './client.ts';
import type { EventConnection, EventCustomDomain, EventTenant } from './connection.ts';
import type { EventRequest, EventSecurityContext } from './request.ts';
import type { EventTransaction } from './transaction.ts';
import type { EventUser } from './user.ts';

/** Secrets of an Action that declares no names for them. */
export interface Secrets {
  readonly [name: string]: string;
}

/** Configuration of an Action that declares no names for it. */
export interface Configuration {
  readonly [name: string]: any;
}

/**
 * What the handler receives about the signup. Every Action gets a copy of its own, so editing it
 * reaches nobody (F9): everything is read-only, and changes are made through the api.
 *
 * @typeParam S - what the project knows of its tenant; see {@link Shape}.
 */
// `out` keeps an event without declared secrets from passing as one with them.
export interface Event<out S extends Shape = PlainShape> {
  /** Signals about the risk of the signup; absent unless the tenant has them set up. */
  readonly authentication?: EventAuthentication;
  /** The application; absent when the signup came through none. */
  readonly client?: EventClient;
  /** Where the user will be stored. */
  readonly connection: EventConnection;
  /** Absent on the tenant's own domain. */
  readonly custom_domain?: EventCustomDomain;
  /** The request that brought the signup. */
  readonly request: EventRequest<S>;
  /** Fingerprints of the TLS handshake; absent when there are none. */
  readonly security_context?: EventSecurityContext;
  readonly tenant: EventTenant;
  /** Absent when the signup came straight through the API or the dashboard. */
  readonly transaction?: EventTransaction;
  /** The person who signs up. */
  readonly user: EventUser<S>;
  /** The running Action's own secrets (F10). Keep them out of messages, metadata and the console. */
  readonly secrets: Declared<S, 'secrets', Secrets>;
  /** The running Action's own configuration (F10); empty unless it came from the marketplace. */
  readonly configuration: Declared<S, 'configuration', Configuration>;
  /** `null` when no experiment runs. Beta. */
  readonly experiment?: EventExperiment | null;
  /** Absent when the person had no anonymous session. Beta. */
  readonly anonymous_session?: EventAnonymousSession;
}
