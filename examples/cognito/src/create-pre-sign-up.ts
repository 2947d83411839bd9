import {
  createRuntime,
  toSignupResponse,
  toTenantLog,
  type Action,
} from '@signup-actions/runtime-core';
import type { PreSignUpTriggerEvent } from 'aws-lambda';
import { toEvent } from './to-event.ts';
import { toExpressible } from './to-expressible.ts';

/** Cognito gives a trigger five seconds, and asks again after that. */
const flowTimeoutMs = 4_000;

/** As JSON: what people sent may stand in a reason, and a new line there is no line of the log. */
const log = (entry: object): void => console.log(JSON.stringify(entry));

/** A handler for Cognito's pre sign-up trigger. It rejects for whoever is not let in; Cognito shows the message. */
export function createPreSignUp(actions: readonly Action[]) {
  const runtime = createRuntime({ limits: { flowTimeoutMs }, onDiagnostic: log });
  return async (event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> => {
    // Who comes by way of another identity provider does not register here: no Action of this trigger
    // sees them on the platform, either.
    if (event?.triggerSource === 'PreSignUp_ExternalProvider') return event;
    const request = {
      actions,
      // Read by the engine: where this throws, it lets nobody in, and says why in the log (F13).
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
