import type { OpenRecord } from '../open-record.ts';

/** The tenant's own domain that the request came in by. */
export interface EventCustomDomain {
  /** The domain, such as `login.example.com`. Source: the event reference. */
  readonly domain: string;
  /** Texts that the tenant has set on the domain; `{}` when there are none. Source: the event reference. */
  readonly domain_metadata: OpenRecord<string>;
}
