import type { Outcome } from '@signup-actions/runtime-core';
import type { JsonValue } from '@signup-actions/types';
import type { Expectation } from './case-schema.ts';

/** What a run did, in the form in which a case expects it. Nothing of an outcome is left out except its diagnostics. */
export function toExpectation(outcome: Outcome): Expectation {
  const { status, changes, executions, calls } = outcome;
  const skipped = executions
    .filter((each) => each.status === 'skipped')
    .map(({ action }) => action);
  const ran = executions.filter((each) => each.status !== 'skipped').map(({ action }) => action);
  const { userMetadata: user, appMetadata: app } = changes;
  const metadata = {
    ...(hasKeys(user) && { user: toJson(user) }),
    ...(hasKeys(app) && { app: toJson(app) }),
  };
  return {
    status,
    ...toRefusal(outcome),
    ...(outcome.status === 'failed' && { failure: outcome.failure.error.message }),
    ...(hasKeys(metadata) && { metadata }),
    ...(outcome.status === 'allowed' && { user: toJson(outcome.user) }),
    calls: calls.map(({ method, args }) => [method, ...(args as readonly JsonValue[])] as never),
    ran,
    skipped,
  };
}

/** The parts of it that a first expectation has: how the flow ends, and what it stores. */
export function toFirstExpectation(outcome: Outcome): Expectation {
  const { status, refusal, metadata } = toExpectation(outcome);
  return { status, ...(refusal && { refusal }), ...(metadata && { metadata }) };
}

function toRefusal(outcome: Outcome): Pick<Expectation, 'refusal'> {
  if (outcome.status === 'denied') {
    const { action, reason, userMessage } = outcome.refusal;
    return { refusal: { action, reason, userMessage } };
  }
  if (outcome.status === 'invalid') {
    const { action, errorCode, errorMessage } = outcome.refusal;
    return { refusal: { action, code: errorCode, message: errorMessage } };
  }
  return {};
}

const hasKeys = (value: object): boolean => Object.keys(value).length > 0;

const toJson = (value: object): never => JSON.parse(JSON.stringify(value)) as never;
