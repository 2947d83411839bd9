export { createFakeClock, type FakeClock } from './create-fake-clock.ts';
export { createMockApi, type MockApi, type MockApiOptions } from './create-mock-api.ts';
export { LateWorkError } from './late-work-error.ts';
export { createMockEvent, type DeepPartial, type EventOverrides } from './create-mock-event.ts';
export { runAction, runFlow, type RunOptions, type TestAction } from './run-flow.ts';
