import type { OpenRecord } from '../open-record.ts';

/** How far Akamai trusts the person behind the request. Any part is absent when Akamai leaves it out. */
export interface AkamaiUserRisk {
  /** What Akamai did with the request; absent when it says nothing. Source: the event reference. */
  readonly action?: string | undefined;
  /** Whether the person is on a list of those to let through, as a number; absent when it says nothing. Source: the event reference. */
  readonly allow?: number | undefined;
  /** The domain of the e-mail address; absent when it says nothing. Source: the event reference. */
  readonly emailDomain?: string | undefined;
  /** Indicators of no particular direction, by name; absent when it says nothing. Source: the event reference. */
  readonly general?: OpenRecord | undefined;
  /** The user's id with the site that Akamai protects; absent when it says nothing. Source: the event reference. */
  readonly ouid?: string | undefined;
  /** Akamai's id of the request; absent when it says nothing. Source: the event reference. */
  readonly requestid?: string | undefined;
  /** Indicators that speak against the person, by name; absent when it says nothing. Source: the event reference. */
  readonly risk?: OpenRecord | undefined;
  /** The risk in all, higher is riskier; absent when it says nothing. Source: the event reference. */
  readonly score?: number | undefined;
  /** How the assessment itself went, as a number; absent when it says nothing. Source: the event reference. */
  readonly status?: number | undefined;
  /** Indicators that speak for the person, by name; absent when it says nothing. Source: the event reference. */
  readonly trust?: OpenRecord | undefined;
  /** The name that was signed up with; absent when it says nothing. Source: the event reference. */
  readonly username?: string | undefined;
  /** Akamai's id of the person; absent when it says nothing. Source: the event reference. */
  readonly uuid?: string | undefined;
}
