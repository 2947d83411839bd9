import { AsyncLocalStorage } from 'node:async_hooks';
import { createPreSignUpHandler } from '@signup-actions/hooks/cognito';
import { toTenantLog, type Action } from '@signup-actions/runtime-core';
import type { PreSignUpTriggerEvent } from 'aws-lambda';
import type { Log } from './create-log.ts';

/** A handler for Cognito's pre sign-up trigger. It rejects to refuse a signup, and Cognito shows the message. */
export function createPreSignUp(actions: readonly Action[], log: Log) {
  /** The id of the request that is being handled. */
  const requestIds = new AsyncLocalStorage<string>();
  const decide = createPreSignUpHandler({
    actions,
    runtime: {
      onDiagnostic: ({ code, action = '', message }) =>
        log({ type: 'diagnostic', code }, { action, message }),
    },
    onOutcome(outcome) {
      const { status } = outcome;
      for (const { description, ...entry } of toTenantLog(outcome)) {
        log({ ...entry, status, requestId: requestIds.getStore() ?? '' }, { description });
      }
    },
  });
  return (
    event: PreSignUpTriggerEvent,
    { awsRequestId }: { readonly awsRequestId: string },
  ): Promise<PreSignUpTriggerEvent> => requestIds.run(awsRequestId, () => decide(event));
}
