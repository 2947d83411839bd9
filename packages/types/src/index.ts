/**
 * Exact types for pre-user-registration Actions: the event, the api and the handler. No code at run time.
 *
 * @packageDocumentation
 */
export type { PreUserRegistrationAction, PreUserRegistrationModule } from './action.ts';
export type { AccessAPI } from './api/access.ts';
export type { API, PreUserRegistrationAPI } from './api/api.ts';
export type {
  CacheAPI,
  CacheDeleteResult,
  CacheDeleteSuccess,
  CacheError,
  CacheErrorCode,
  CacheRecord,
  CacheSetExpiry,
  CacheSetOptions,
  CacheSetResult,
  CacheSetSuccess,
  CacheSetTtl,
} from './api/cache.ts';
export type { JsonObject, JsonValue, NotAllowed, Storable } from './api/storable.ts';
export type {
  AppMetadataKey,
  MetadataKey,
  MetadataValue,
  ReservedAppMetadataKey,
  UserAPI,
} from './api/user.ts';
export type { ValidationAPI } from './api/validation.ts';
export type {
  MethodArgs,
  MethodPath,
  MethodResult,
  RecordedCall,
  RecordedCallOf,
} from './calls.ts';
export type {
  AkamaiBot,
  AkamaiRisk,
  AkamaiUserRisk,
  EventAuthentication,
  RiskAssessment,
  SupplementalRisk,
} from './event/authentication.ts';
export type {
  EventAnonymousSession,
  EventExperiment,
  EventExperimentSetting,
} from './event/beta.ts';
export type { Configuration, Event, Secrets } from './event/event.ts';
export type { EventRequest, EventSecurityContext, GeoIp } from './event/request.ts';
export type {
  ConnectionStrategy,
  EventClient,
  EventConnection,
  EventCustomDomain,
  EventTenant,
} from './event/tenant.ts';
export type {
  EventTransaction,
  Protocol,
  ResponseMode,
  ResponseType,
} from './event/transaction.ts';
export type { EventUser } from './event/user.ts';
export type { Declared, OpenRecord, Shape } from './shape.ts';
