export type { PreUserRegistrationAction, PreUserRegistrationModule } from './action.ts';
export type { AccessApi } from './api/access.ts';
export type { API, PreUserRegistrationAPI } from './api/api.ts';
export type {
  CacheApi,
  CacheDeleteResult,
  CacheError,
  CacheErrorCode,
  CacheRecord,
  CacheSetOptions,
  CacheSetResult,
} from './api/cache.ts';
export type { UserApi } from './api/user.ts';
export type { ValidationApi } from './api/validation.ts';
export type { MethodArgs, MethodPath, RecordedCall, RecordedCallOf } from './calls.ts';
export type { AkamaiBot, AkamaiUserRisk, EventAuthentication } from './event/authentication.ts';
export type { EventAnonymousSession, EventExperiment } from './event/beta.ts';
export type { EventClient } from './event/client.ts';
export type {
  ConnectionStrategy,
  EventConnection,
  EventCustomDomain,
  EventTenant,
} from './event/connection.ts';
export type { Configuration, Event, Secrets } from './event/event.ts';
export type { EventGeoip, EventRequest, EventSecurityContext } from './event/request.ts';
export type { EventTransaction, TransactionProtocol } from './event/transaction.ts';
export type { EventUser, PlainMetadata } from './event/user.ts';
export type { JsonInput, JsonValue, NotJson } from './json.ts';
export type { PlainShape, Shape } from './shape.ts';
