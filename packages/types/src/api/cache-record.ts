/** What the cache keeps under a key. Not a text: the text is its `value`. */
export interface CacheRecord {
  /** The text that was set. Source: C1. */
  readonly value: string;
  /** The last moment at which it can be read, in milliseconds since the epoch. Source: C1, C8. */
  readonly expires_at: number;
}
