/**
 * What the packages of this scope need besides the front door. It has no stability guarantee, and no page in the
 * reference.
 *
 * @internal
 * @module
 */
export { createApi } from './api/create-api.ts';
export type { ApiContext } from './api/record-call.ts';
export { toCacheKey } from './cache/caches.ts';
export { ageDocument, fromDocument, isCacheDocument, toDocument } from './cache/document.ts';
export type { Lifetime } from './cache/lifetime.ts';
export { createLiveCache, type LiveCache } from './cache/live-cache.ts';
export type { CacheRecords } from './cache/record.ts';
export { isRefusal } from './calls/call.ts';
export { foldChanges, type ChangesFold } from './calls/changes.ts';
export { createRecorder, type Recorder } from './calls/recorder.ts';
export { setOwn } from './data/plain-data.ts';
export { toErrorRecord } from './errors.ts';
export { eventShape, type FieldKind, type FieldKinds } from './flow/event-shape.ts';
export { findUnknownFields, type UnknownField } from './flow/event-fields.ts';
export { requiredEventParts } from './flow/event.ts';
export { createLimits } from './limits.ts';
export { diagnosticMessages } from './outcome/diagnostic-messages.ts';
export { applyChanges } from './outcome/created-user.ts';
export { redactOutcome } from './outcome/redact-fields.ts';
export { searchOf } from './outcome/redact.ts';
export { toUnstored } from './outcome/to-unstored.ts';
export { handlerName, triggerName } from './platform.ts';
export { executionMarks, formatCallResult, formatDuration } from './report/format-executions.ts';
export {
  formatOutcomeWith,
  labelRefusal,
  listExplanations,
  type FormatOutcomeOptions,
} from './report/format-outcome.ts';
export type { Lines, Paint, TextRole } from './report/paint.ts';
export { systemClock } from './system.ts';
export { escapeControls } from './text/controls.ts';
export { describe } from './text/describe.ts';
export { formatCall, formatValue } from './text/format-call.ts';
export { collectSecrets, createSecretSearch, type SecretSearch } from './text/secret-search.ts';
// A package that needs both entries imports this one only: loading one file is faster than loading two.
export * from './index.ts';
