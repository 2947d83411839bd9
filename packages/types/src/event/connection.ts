/** The kinds of connection that run this trigger, and whatever comes next. */
export type ConnectionStrategy = 'auth0' | 'email' | 'sms' | (string & {});

/** Where the user will be stored. Social and enterprise connections never run this trigger. */
export interface EventConnection {
  readonly id: string;
  readonly name: string;
  /** `auth0` is a database; `email` and `sms` are passwordless and store no metadata (M10). */
  readonly strategy: ConnectionStrategy;
  /** Metadata of the connection; absent when it has none. */
  readonly metadata?: { readonly [key: string]: string };
}

/** The custom domain that the signup came through. */
export interface EventCustomDomain {
  readonly domain: string;
  readonly domain_metadata: { readonly [key: string]: string };
}

/** The tenant that the user signs up with. */
export interface EventTenant {
  readonly id: string;
}
