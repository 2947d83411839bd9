import {
  createRuntime,
  redact,
  toSignupResponse,
  toTenantLog,
  type Action,
} from '@signup-actions/runtime-core';
import type { PreSignUpTriggerEvent } from 'aws-lambda';
import type { Log } from './create-log.ts';
import { toEvent } from './to-event.ts';
import { toExpressible } from './to-expressible.ts';

/** Cognito gives a trigger five seconds, then calls it again. */
const flowTimeoutMs = 4_000;

/** A handler for Cognito's pre sign-up trigger. It rejects to refuse a signup, and Cognito shows the message. */
export function createPreSignUp(actions: readonly Action[], log: Log) {
  const runtime = createRuntime({
    limits: { flowTimeoutMs },
    onDiagnostic: ({ code, action = '', message }) =>
      log({ type: 'diagnostic', code }, { action, message }),
  });
  return async (
    event: PreSignUpTriggerEvent,
    { awsRequestId: requestId }: { readonly awsRequestId: string },
  ): Promise<PreSignUpTriggerEvent> => {
    // Users of other identity providers do not register here. On the platform, this trigger does not run for
    // them either.
    if (event?.triggerSource === 'PreSignUp_ExternalProvider') return event;
    const request = {
      actions,
      // The engine reads it: if reading throws, the flow fails and the log says why (F13).
      get event() {
        return toEvent(event);
      },
    };
    // Everything from here on is shown to somebody, so it has no secrets.
    const outcome = toExpressible(redact(await runtime.run(request)));
    for (const { description, ...entry } of toTenantLog(outcome)) {
      log({ ...entry, status: outcome.status, requestId }, { description });
    }
    if (outcome.status === 'allowed') return event;
    throw new Error(String(toSignupResponse(outcome).body['message']));
  };
}
