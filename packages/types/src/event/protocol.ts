/**
 * How the application talks to the platform: OpenID Connect, OAuth 2, SAML or WS-Federation, and with
 * which of their grants. Other texts are admitted, for what the platform adds.
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

/** The way in which the application asked to get its answer. */
export type ResponseMode = 'query' | 'fragment' | 'form_post' | 'web_message';

/** A thing that the application asked to get. */
export type ResponseType = 'code' | 'token' | 'id_token';
