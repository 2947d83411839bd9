/** The protocols that are known; others may come. */
export type TransactionProtocol =
  | 'oauth2-access-token'
  | 'oauth2-device-code'
  | 'oauth2-password'
  | 'oauth2-refresh-token'
  | 'oauth2-resource-owner'
  | 'oauth2-resource-owner-jwt-bearer'
  | 'oauth2-token-exchange'
  | 'oauth2-webauthn'
  | 'oidc-basic-profile'
  | 'oidc-ciba'
  | 'oidc-ciba-web-link'
  | 'oidc-hybrid-profile'
  | 'oidc-implicit-profile'
  | 'samlp'
  | 'wsfed'
  | 'wstrust-usernamemixed'
  | (string & {});

/**
 * The login transaction that the signup is part of. Absent as a whole when the signup came straight
 * through the API or the dashboard, which is how to tell the two apart.
 */
export interface EventTransaction {
  readonly acr_values: readonly string[];
  /** Locale of the page. */
  readonly locale: string;
  readonly requested_scopes: readonly string[];
  readonly ui_locales: readonly string[];
  readonly login_hint?: string;
  readonly prompt?: readonly string[];
  readonly redirect_uri?: string;
  readonly state?: string;
  readonly correlation_id?: string;
  readonly protocol?: TransactionProtocol;
  readonly response_mode?: 'form_post' | 'fragment' | 'query' | 'web_message';
  readonly response_type?: readonly ('code' | 'id_token' | 'token')[];
}
