import type { Protocol, ResponseMode, ResponseType } from './protocol.ts';

/** The login transaction that the signup is part of. */
export interface EventTransaction {
  /** The authentication contexts that were asked for; empty when none were. Source: the event reference. */
  readonly acr_values: readonly string[];
  /** The language of the pages that the person sees, such as `en`. Source: the event reference. */
  readonly locale: string;
  /** The scopes that the application asked for; empty when it asked for none. Source: the event reference. */
  readonly requested_scopes: readonly string[];
  /** The languages that the application prefers, best first; empty when it said nothing. Source: the event reference. */
  readonly ui_locales: readonly string[];
  /** Who the application expects to sign up, such as an e-mail address; absent when it said nothing. Source: the event reference. */
  readonly login_hint?: string | undefined;
  /** What the application wants the person to be asked; absent when it said nothing. Source: the event reference. */
  readonly prompt?: readonly string[] | undefined;
  /** The URL that the browser is sent to afterwards; absent when the protocol has none. Source: the event reference. */
  readonly redirect_uri?: string | undefined;
  /** The text that the application gets back unchanged; absent when it sent none. Source: the event reference. */
  readonly state?: string | undefined;
  /** The id under which the application follows the request; absent when it sent none. Source: the event reference. */
  readonly correlation_id?: string | undefined;
  /** How the application talks to the platform; absent when that is not known. Source: the event reference. */
  readonly protocol?: Protocol | undefined;
  /** How the application gets its answer; absent when it said nothing. Source: the event reference. */
  readonly response_mode?: ResponseMode | undefined;
  /** What the application asked to get; absent when it said nothing. Source: the event reference. */
  readonly response_type?: readonly ResponseType[] | undefined;
}
