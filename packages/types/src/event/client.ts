import type { OpenRecord } from '../open-record.ts';

/** The application through which the person is signing up. */
export interface EventClient {
  /** The application's id. Source: the event reference. */
  readonly client_id: string;
  /** The application's name, as the tenant shows it. Source: the event reference. */
  readonly name: string;
  /** Texts that the tenant has set on the application; `{}` when there are none. Source: the event reference. */
  readonly metadata: OpenRecord<string>;
  /**
   * The id of an application that registered itself from elsewhere; absent for the tenant's own.
   * Source: seen in samples, not in the event reference.
   */
  readonly external_client_id?: string | undefined;
  /**
   * How such an application describes itself, for example `cimd`; absent for the tenant's own.
   * Source: seen in samples, not in the event reference.
   */
  readonly external_metadata_type?: string | undefined;
}
