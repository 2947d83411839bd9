/** Whether Akamai takes the client for a bot. Any part is absent when Akamai leaves it out. */
export interface AkamaiBot {
  /** What kind of client Akamai recognised; absent when it says nothing. Source: the event reference. */
  readonly type?: string | undefined;
  /** What Akamai did with the request; absent when it says nothing. Source: the event reference. */
  readonly action?: string | undefined;
  /** The groups of bots that the client belongs to; absent when it says nothing. Source: the event reference. */
  readonly botCategory?: readonly string[] | undefined;
  /** How sure Akamai is that it is a bot, higher is surer; absent when it says nothing. Source: the event reference. */
  readonly botScore?: number | undefined;
  /** Which of the tenant's answers that score calls for; absent when it says nothing. Source: the event reference. */
  readonly botScoreResponseSegment?: string | undefined;
  /** The botnet that the client belongs to; absent when it says nothing. Source: the event reference. */
  readonly botnetId?: string | undefined;
}
