export { contractVersion } from './contract-version.ts';
export { ContractError, type ContractErrorCode, type ErrorRecord } from './errors.ts';
export type { Action } from './flow/flow-request.ts';
export type { SignupEvent } from './flow/event.ts';
export type { FlowRequest } from './flow/flow-request.ts';
export type { Changes, MetadataKind } from './calls/changes.ts';
export type { Failure } from './outcome/outcome.ts';
export type { DiagnosticCode } from './outcome/diagnostic-messages.ts';
export type { Diagnostic } from './outcome/diagnostics.ts';
export type {
  AllowedOutcome,
  DeniedOutcome,
  Execution,
  FailedOutcome,
  InvalidOutcome,
  Outcome,
  OutcomeDetails,
} from './outcome/outcome.ts';
export { redact } from './outcome/redact.ts';
export type { DenyRefusal, Refusal, ValidationRefusal } from './calls/call.ts';
export { toOutcome, type FlowRecord } from './outcome/to-outcome.ts';
export type { CreatedUser, Signup } from './outcome/created-user.ts';
export { defaultLimits, type Limits } from './limits.ts';
export type { CacheStore, Clock, Timer } from './ports.ts';
export type { Call, CallDetails, CallSite, Note, NoteCode } from './calls/call.ts';
export { formatOutcome, type FormatOutcomeOptions } from './report/format-outcome.ts';
export type { Lines, Paint, TextRole } from './report/paint.ts';
export {
  toPlatformResponse,
  toSignupResponse,
  type SignupResponse,
  type SignupResponseOptions,
} from './report/to-signup-response.ts';
export { toTenantLog, type TenantLogEntry } from './report/to-tenant-log.ts';
export { createRuntime, type Runtime } from './runtime.ts';
export type { RuntimeOptions } from './settings.ts';
