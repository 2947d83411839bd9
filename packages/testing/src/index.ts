export { cacheStoreContract, type CreateStore } from './contracts/cache-store-contract.ts';
export type { ContractCheck } from './contracts/contract-check.ts';
export { createFakeClock, type FakeClock } from './mock/create-fake-clock.ts';
export { createMockApi, type MockApi, type MockApiOptions } from './mock/create-mock-api.ts';
export {
  createMockCache,
  type CacheSeed,
  type MockCache,
  type MockCacheOptions,
} from './mock/create-mock-cache.ts';
export {
  createMockEvent,
  type DeepPartial,
  type EventOverrides,
} from './events/create-mock-event.ts';
export { DiagnosticsError } from './mock/diagnostics-error.ts';
export { startingPoints, type StartingPoint } from './events/starting-points.ts';
export { LateWorkError } from './run/late-work-error.ts';
export { runAction, runFlow, type EventFor, type RunOptions } from './run/run-flow.ts';
export type { TestAction } from './run/to-action.ts';
