export { createMockApi, type MockApi, type MockApiOptions } from './create-mock-api.ts';
export { createMockEvent, type DeepPartial, type EventOverrides } from './create-mock-event.ts';
export { runAction, runFlow, type RunOptions, type TestAction } from './run-flow.ts';
