import {
  createRuntime,
  toSignupResponse,
  toTenantLog,
  type Action,
} from '@signup-actions/runtime-core';
import type { PreSignUpTriggerEvent } from 'aws-lambda';
import { toEvent } from './to-event.ts';
import { toExpressible } from './to-expressible.ts';

/** Cognito gives a trigger five seconds, then calls it again. */
const flowTimeoutMs = 4_000;

/** Logs JSON: a reason may contain user input, and a line break in it must not become a line of the log. */
const log = (entry: object): void => console.log(JSON.stringify(entry));

/** A handler for Cognito's pre sign-up trigger. It rejects to refuse a signup, and Cognito shows the message. */
export function createPreSignUp(actions: readonly Action[]) {
  const runtime = createRuntime({ limits: { flowTimeoutMs }, onDiagnostic: log });
  return async (event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> => {
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
    const outcome = toExpressible(await runtime.run(request));
    toTenantLog(outcome).forEach(log);
    if (outcome.status === 'allowed') return event;
    throw new Error(String(toSignupResponse(outcome).body['message']));
  };
}
