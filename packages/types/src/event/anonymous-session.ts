import type { OpenRecord } from '../open-record.ts';

/** The visit that the person began before signing up: a beta of the platform. */
export interface EventAnonymousSession {
  /** The id that the person had as an anonymous visitor. Source: seen, not in the event reference. */
  readonly user_id: string;
  /** The id of the visit. Source: seen, not in the event reference. */
  readonly session_id: string;
  /** Texts kept with the visit; `{}` when there are none. Source: seen, not in the event reference. */
  readonly metadata: OpenRecord<string>;
  /** When the visit began: a date as text or as a number, sources differ. Source: seen, not in the event reference. */
  readonly created_at: string | number;
  /** When the visit ends, in the same form; absent when it has no end. Source: seen, not in the event reference. */
  readonly expires_at?: string | number | undefined;
}
