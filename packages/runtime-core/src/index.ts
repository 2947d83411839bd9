export type {
  Call,
  CallDetails,
  CallSite,
  DenyRefusal,
  Note,
  Refusal,
  ValidationRefusal,
} from './calls/call.ts';
export type { Changes } from './calls/changes.ts';
export { ContractError, type ContractErrorCode, type ErrorRecord } from './errors.ts';
export type { SignupEvent } from './flow/event.ts';
export type { Action, FlowRequest } from './flow/flow-request.ts';
export { defaultLimits, newerCacheLifetime, type Limits } from './limits.ts';
export type { CreatedUser, Signup } from './outcome/created-user.ts';
export type { DiagnosticCode } from './outcome/diagnostic-messages.ts';
export type { Diagnostic } from './outcome/diagnostics.ts';
export type {
  AllowedOutcome,
  DeniedOutcome,
  Execution,
  FailedOutcome,
  Failure,
  InvalidOutcome,
  Outcome,
  OutcomeDetails,
} from './outcome/outcome.ts';
export { redact } from './outcome/redact.ts';
export { toOutcome, type FlowRecord } from './outcome/to-outcome.ts';
export { contractVersion } from './platform.ts';
export type { CacheStore, Clock, Timer } from './ports.ts';
export { formatOutcome } from './report/format-outcome.ts';
export {
  toPlatformResponse,
  toSignupResponse,
  type SignupResponse,
  type SignupResponseOptions,
} from './report/to-signup-response.ts';
export { toTenantLog, type TenantLogEntry } from './report/to-tenant-log.ts';
export { createRuntime, type Runtime } from './runtime.ts';
export type { RuntimeOptions } from './settings.ts';
export { redactText, type NamedSecret } from './text/secret-search.ts';
