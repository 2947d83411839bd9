import type { AkamaiBot } from './akamai-bot.ts';
import type { AkamaiUserRisk } from './akamai-user-risk.ts';

/** What is known about the attempt to authenticate. */
export interface EventAuthentication {
  /** How risky the attempt looks; absent unless somebody assessed it. Source: the event reference. */
  readonly riskAssessment?: RiskAssessment | undefined;
}

/** How risky the attempt looks. */
export interface RiskAssessment {
  /** What services in front of the tenant found; absent when there are none. Source: the event reference. */
  readonly supplemental?: SupplementalRisk | undefined;
}

/** What services in front of the tenant found out about the attempt: an early access feature. */
export interface SupplementalRisk {
  /** What Akamai found; absent unless it stands before the tenant and forwards its headers. Source: the event reference. */
  readonly akamai?: AkamaiRisk | undefined;
}

/** What Akamai found out about the attempt. */
export interface AkamaiRisk {
  /** What its bot detection says; absent unless that is in use. Source: the event reference. */
  readonly akamaiBot?: AkamaiBot | undefined;
  /** What its account protection says; absent unless that is in use. Source: the event reference. */
  readonly akamaiUserRisk?: AkamaiUserRisk | undefined;
}
