import type { OpenRecord } from '../shape.ts';

/**
 * What is known about the attempt to authenticate.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface EventAuthentication {
  /** The assessed risk of the attempt. Absent if it was not assessed. */
  readonly riskAssessment?: RiskAssessment | undefined;
}

/**
 * The assessed risk of the attempt.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface RiskAssessment {
  /** The findings of services in front of the tenant. Absent if there are no such services. */
  readonly supplemental?: SupplementalRisk | undefined;
}

/**
 * The findings of services in front of the tenant, an early access feature.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface SupplementalRisk {
  /** The findings of Akamai. Absent unless Akamai is in front of the tenant and forwards its headers. */
  readonly akamai?: AkamaiRisk | undefined;
}

/**
 * The findings of Akamai.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface AkamaiRisk {
  /** The result of Akamai's bot detection. Absent if the tenant does not use it. */
  readonly akamaiBot?: AkamaiBot | undefined;
  /** The result of Akamai's account protection. Absent if the tenant does not use it. */
  readonly akamaiUserRisk?: AkamaiUserRisk | undefined;
}

/**
 * The result of Akamai's bot detection. Every property is absent if Akamai does not send it.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface AkamaiBot {
  /** The kind of client that Akamai recognized. */
  readonly type?: string | undefined;
  /** What Akamai did with the request. */
  readonly action?: string | undefined;
  /** The categories of bots that the client belongs to. */
  readonly botCategory?: readonly string[] | undefined;
  /** The likelihood that the client is a bot; a higher score is more likely. */
  readonly botScore?: number | undefined;
  /** The tenant's response strategy that applies to this score. */
  readonly botScoreResponseSegment?: string | undefined;
  /** The id of the botnet that the client belongs to. */
  readonly botnetId?: string | undefined;
}

/**
 * The result of Akamai's account protection: how far it trusts the user behind the request. Every property
 * is absent if Akamai does not send it.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface AkamaiUserRisk {
  /** What Akamai did with the request. */
  readonly action?: string | undefined;
  /** A number that says whether the user is on an allow list. */
  readonly allow?: number | undefined;
  /** The domain of the email address, for example `example.com`. */
  readonly emailDomain?: string | undefined;
  /** Indicators that neither raise nor lower the risk, by name. */
  readonly general?: OpenRecord | undefined;
  /** The user's id on the site that Akamai protects. */
  readonly ouid?: string | undefined;
  /** Akamai's id of the request. */
  readonly requestid?: string | undefined;
  /** Indicators that raise the risk, by name. */
  readonly risk?: OpenRecord | undefined;
  /** The total risk; a higher score is riskier. */
  readonly score?: number | undefined;
  /** A number that says how the assessment itself went. */
  readonly status?: number | undefined;
  /** Indicators that lower the risk, by name. */
  readonly trust?: OpenRecord | undefined;
  /** The username of the signup. */
  readonly username?: string | undefined;
  /** Akamai's id of the user. */
  readonly uuid?: string | undefined;
}
