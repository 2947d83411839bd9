/**
 * Exact types for pre-user-registration Actions: the event, the api, the handler. Nothing at run time.
 *
 * @packageDocumentation
 */
export type { PreUserRegistrationAction, PreUserRegistrationModule } from './action.ts';
export type { AccessAPI } from './api/access.ts';
export type { API, PreUserRegistrationAPI } from './api/api.ts';
export type { CacheErrorCode } from './api/cache-error-code.ts';
export type { CacheRecord } from './api/cache-record.ts';
export type {
  CacheDeleteResult,
  CacheDeleteSuccess,
  CacheError,
  CacheSetResult,
  CacheSetSuccess,
} from './api/cache-result.ts';
export type { CacheSetExpiry, CacheSetOptions, CacheSetTtl } from './api/cache-set-options.ts';
export type { CacheAPI } from './api/cache.ts';
export type { AppMetadataKey, MetadataKey, ReservedAppMetadataKey } from './api/metadata-key.ts';
export type { MetadataValue } from './api/metadata-value.ts';
export type { Storable } from './api/storable.ts';
export type { UserAPI } from './api/user.ts';
export type { ValidationAPI } from './api/validation.ts';
export type {
  MethodArgs,
  MethodPath,
  MethodResult,
  RecordedCall,
  RecordedCallOf,
} from './calls.ts';
export type { AkamaiBot } from './event/akamai-bot.ts';
export type { AkamaiUserRisk } from './event/akamai-user-risk.ts';
export type { EventAnonymousSession } from './event/anonymous-session.ts';
export type {
  AkamaiRisk,
  EventAuthentication,
  RiskAssessment,
  SupplementalRisk,
} from './event/authentication.ts';
export type { EventClient } from './event/client.ts';
export type { Configuration } from './event/configuration.ts';
export type { ConnectionStrategy, EventConnection } from './event/connection.ts';
export type { EventCustomDomain } from './event/custom-domain.ts';
export type { Event } from './event/event.ts';
export type { EventExperiment, EventExperimentSetting } from './event/experiment.ts';
export type { GeoIp } from './event/geo-ip.ts';
export type { Protocol, ResponseMode, ResponseType } from './event/protocol.ts';
export type { EventRequest } from './event/request.ts';
export type { Secrets } from './event/secrets.ts';
export type { EventSecurityContext } from './event/security-context.ts';
export type { EventTenant } from './event/tenant.ts';
export type { EventTransaction } from './event/transaction.ts';
export type { EventUser } from './event/user.ts';
export type { JsonObject, JsonValue } from './json.ts';
export type { NotAllowed } from './not-allowed.ts';
export type { OpenRecord } from './open-record.ts';
export type { Declared, Shape } from './shape.ts';
