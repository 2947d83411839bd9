export { cacheStoreContract, type CreateStore } from './cache-store-contract.ts';
export type { ContractCheck } from './contract-check.ts';
export { createFakeClock, type FakeClock } from './create-fake-clock.ts';
export { createMockApi, type MockApi, type MockApiOptions } from './create-mock-api.ts';
export {
  createMockCache,
  type CacheSeed,
  type MockCache,
  type MockCacheOptions,
} from './create-mock-cache.ts';
export { createMockEvent, type DeepPartial, type EventOverrides } from './create-mock-event.ts';
export { DiagnosticsError } from './diagnostics-error.ts';
export { startingPoints, type StartingPoint } from './events/starting-points.ts';
export { LateWorkError } from './late-work-error.ts';
export { runAction, runFlow, type EventFor, type RunOptions } from './run-flow.ts';
export type { TestAction } from './to-action.ts';
