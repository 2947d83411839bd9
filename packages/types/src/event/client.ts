/** The application through which the person signs up. */
export interface EventClient {
  readonly client_id: string;
  /** Name, as the tenant's settings have it. */
  readonly name: string;
  /** Metadata of the application. */
  readonly metadata: { readonly [key: string]: string };
  /** Id that the application has elsewhere; only on applications registered from outside. */
  readonly external_client_id?: string;
  /** How the application was registered from outside, such as `cimd`. */
  readonly external_metadata_type?: string;
}
