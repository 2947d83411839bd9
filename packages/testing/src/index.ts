export { formatOutcome, newerCacheLifetime } from '@signup-actions/runtime-core/internal';
export type { Call, Diagnostic, Outcome } from '@signup-actions/runtime-core';
export { createMockEvent } from './events/create-mock-event.ts';
export type { DeepPartial, EventOverrides } from './events/event-overrides.ts';
export { startingPoints, type StartingPoint } from './events/starting-points.ts';
export { createFakeClock, type FakeClock } from './mock/create-fake-clock.ts';
export { createMockApi, type MockApi, type MockApiOptions } from './mock/create-mock-api.ts';
export {
  createMockCache,
  type CacheSeed,
  type MockCache,
  type MockCacheOptions,
} from './mock/create-mock-cache.ts';
export { DiagnosticsError } from './mock/diagnostics-error.ts';
export { assertNotFailed, FailedFlowError } from './matchers/failed-flow-error.ts';
export { LateWorkError } from './watch/late-work.ts';
export { runAction, runFlow, type EventFor, type RunOptions } from './run/run-flow.ts';
export type { TestAction } from './run/test-action.ts';
export type { TestOutcome } from './run/test-outcome.ts';
export type { ConsoleLine, FlowOutput, OutboundRequest } from './watch/flow-output.ts';
export { HangingActionError } from './watch/hanging-action-error.ts';
