import { describe, type Outcome } from '@signup-actions/runtime-core';
import type { MockApi } from '../create-mock-api.ts';

/** The outcome that an expectation is about. Throws when the value is neither a mock api nor an outcome. */
export function takeOutcome(matcher: string, received: unknown): Outcome {
  if (isMockApi(received)) return received.outcome();
  if (isOutcome(received)) return received;
  throw new TypeError(
    `Failed to check with ${matcher}: it takes a mock api or an outcome but received ${describe(received)}.\nPass what createMockApi() answered, or what runAction() or runFlow() resolved to; did you forget an await?`,
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isMockApi = (value: unknown): value is MockApi =>
  isObject(value) && 'outcome' in value && typeof value.outcome === 'function' && 'calls' in value;

const isOutcome = (value: unknown): value is Outcome =>
  isObject(value) && 'status' in value && 'calls' in value && 'executions' in value;
