/**
 * What the packages of this scope need beyond the front door: no promise of stability, and no page in the
 * reference.
 *
 * @internal
 * @module
 */
export { createApi } from './api/create-api.ts';
export type { ApiContext } from './api/record-call.ts';
export { fromDocument, isCacheDocument, toDocument } from './cache/document.ts';
export type { Lifetime } from './cache/live-cache.ts';
export { createLiveCache, type CacheRecords, type LiveCache } from './cache/live-cache.ts';
export { setOwn } from './data/plain-data.ts';
export { toErrorRecord } from './errors.ts';
export { requiredEventParts } from './flow/event.ts';
export { collectSecrets } from './text/secret-search.ts';
export type { ChangesFold } from './calls/changes.ts';
export { diagnosticMessages } from './outcome/diagnostic-messages.ts';
export { isRefusal } from './calls/call.ts';
export { createLimits } from './limits.ts';
export { handlerName, triggerName } from './platform-names.ts';
export { createRecorder, type Recorder } from './calls/recorder.ts';
export { formatAnswer } from './report/format-answer.ts';
export { executionMarks, formatDuration } from './report/format-executions.ts';
export { labelRefusal } from './report/format-verdict.ts';
export { listExplanations } from './report/list-explanations.ts';
export { systemClock } from './system.ts';
export { describe } from './text/describe.ts';
export { formatCall, formatValue } from './text/format-call.ts';
export { createSecretSearch, type NamedSecret, type SecretSearch } from './text/secret-search.ts';
// A package that needs both entries imports this one only: loading one file is quicker than loading two.
export * from './index.ts';
