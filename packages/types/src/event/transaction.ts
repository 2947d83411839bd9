/**
 * The login transaction that the signup is part of.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface EventTransaction {
  /** The authentication context classes that the application asked for; empty if it asked for none. */
  readonly acr_values: readonly string[];
  /** The language of the pages that the user sees, for example `en`. */
  readonly locale: string;
  /** The scopes that the application asked for, for example `openid`; empty if it asked for none. */
  readonly requested_scopes: readonly string[];
  /** The languages that the application prefers, best first; empty if it stated none. */
  readonly ui_locales: readonly string[];
  /** The user that the application expects, often as an email address. Absent if it sent no hint. */
  readonly login_hint?: string | undefined;
  /** The prompts that the application asked for, for example `login`. Absent if it sent no `prompt`. */
  readonly prompt?: readonly string[] | undefined;
  /** The URL that the browser is sent to afterwards. Absent if the protocol has none. */
  readonly redirect_uri?: string | undefined;
  /** The string that the application gets back unchanged. Absent if it sent none. */
  readonly state?: string | undefined;
  /** The id by which the application tracks the request. Absent if it sent none. */
  readonly correlation_id?: string | undefined;
  /** The protocol between the application and the platform. Absent if unknown. */
  readonly protocol?: Protocol | undefined;
  /** The way the application receives the response. Absent if it stated none. */
  readonly response_mode?: ResponseMode | undefined;
  /** The kinds of response that the application asked for. Absent if it stated none. */
  readonly response_type?: readonly ResponseType[] | undefined;
}

/**
 * The protocol between the application and the platform (OpenID Connect, OAuth 2, SAML or WS-Federation),
 * together with the grant. The known values complete in the editor; any other string is accepted, because
 * the platform may add more.
 */
export type Protocol =
  | 'oidc-basic-profile'
  | 'oidc-implicit-profile'
  | 'oidc-hybrid-profile'
  | 'oidc-ciba'
  | 'oidc-ciba-web-link'
  | 'oauth2-access-token'
  | 'oauth2-device-code'
  | 'oauth2-password'
  | 'oauth2-refresh-token'
  | 'oauth2-resource-owner'
  | 'oauth2-resource-owner-jwt-bearer'
  | 'oauth2-token-exchange'
  | 'oauth2-webauthn'
  | 'samlp'
  | 'wsfed'
  | 'wstrust-usernamemixed'
  | (string & {});

/** How the application receives the response. */
export type ResponseMode = 'query' | 'fragment' | 'form_post' | 'web_message';

/** A kind of response that an application can ask for. */
export type ResponseType = 'code' | 'token' | 'id_token';
