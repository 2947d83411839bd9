export { createApi } from './api/create-api.ts';
export type { ApiContext } from './api/context.ts';
export { isCacheDocument } from './cache/document.ts';
export { createLiveCache, type CacheRecords, type LiveCache } from './cache/live-cache.ts';
export { fromDocument, toDocument } from './cache/document.ts';
export type { Lifetime } from './cache/lifetime.ts';
export { createMemoryStore } from './cache/memory-store.ts';
export { contractVersion } from './contract-version.ts';
export {
  ContractError,
  toErrorRecord,
  type ContractErrorCode,
  type ErrorRecord,
} from './errors.ts';
export type { Action } from './flow/action.ts';
export { requiredEventParts } from './flow/assert-event.ts';
export type { SignupEvent } from './flow/event-copy.ts';
export type { FlowRequest } from './flow/flow-request.ts';
export type { Changes, ChangesFold, MetadataKind } from './folds/changes.ts';
export type { Failure } from './folds/decision.ts';
export { diagnosticSentences, type DiagnosticCode } from './folds/diagnostic-sentences.ts';
export type { Diagnostic } from './folds/diagnostic.ts';
export type {
  AllowedOutcome,
  DeniedOutcome,
  Execution,
  FailedOutcome,
  InvalidOutcome,
  Outcome,
  OutcomeDetails,
} from './folds/outcome.ts';
export { toOutcome, type FlowRecord } from './folds/to-outcome.ts';
export { redact } from './folds/redact.ts';
export type { DenyRefusal, Refusal, ValidationRefusal } from './folds/refusals.ts';
export type { CreatedUser, Signup } from './folds/user.ts';
export { createLimits, defaultLimits, type Limits } from './limits.ts';
export type { CacheStore, Clock, Timer } from './ports.ts';
export type { Call, CallDetails, Note, NoteCode } from './record/call.ts';
export { createRecorder, type Recorder } from './record/recorder.ts';
export { createRuntime, type Runtime } from './runtime.ts';
export type { RuntimeOptions } from './settings.ts';
export { setOwn } from './data/set-own.ts';
export { systemClock } from './system.ts';
export { describe } from './text/describe.ts';
export { formatCall, formatValue } from './text/format-call.ts';
export { collectSecrets } from './flow/collect-secrets.ts';
export { createSecretSearch, type NamedSecret, type SecretSearch } from './text/secret-search.ts';
export { formatOutcome, type FormatOutcomeOptions } from './report/format-outcome.ts';
export { listExplanations } from './report/list-explanations.ts';
export type { Lines, Paint, TextRole } from './report/paint.ts';
export type { SignupResponse } from './report/signup-response.ts';
export { toSignupResponse, type SignupResponseOptions } from './report/to-signup-response.ts';
export { toTenantLog, type TenantLogEntry } from './report/to-tenant-log.ts';
