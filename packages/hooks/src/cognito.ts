/**
 * Cognito's pre sign-up trigger, which AWS Lambda runs.
 *
 * @module
 */
import { toSignupResponse } from '@signup-actions/runtime-core';
import type { HookCodec } from './codec.ts';
import { createDecide, flowTimeoutOf, responseMs, type DecideOptions } from './decide.ts';
import { known, readObject, readRequired, readString } from './read-fields.ts';

/** What Cognito sends to a pre sign-up trigger. */
export interface CognitoPayload {
  /** The event of the trigger. */
  readonly event: Readonly<Record<string, unknown>>;
  /** Its `request`. */
  readonly request: Readonly<Record<string, unknown>>;
  /** The `userAttributes` of the request. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Cognito's pre sign-up trigger. */
export const cognito: HookCodec<CognitoPayload> = {
  name: 'cognito',
  // Cognito waits for five seconds, then calls the trigger again.
  flowTimeoutMs: 4_000,
  parse(value) {
    const event = readObject(value, 'the event');
    if (!readRequired(event, 'triggerSource').startsWith('PreSignUp_')) {
      throw new TypeError('Failed to read a signup: it is the event of another trigger.');
    }
    const request = readObject(event['request'], 'request');
    return { event, request, attributes: readObject(request['userAttributes'], 'userAttributes') };
  },
  isExternal: ({ event }) => event['triggerSource'] === 'PreSignUp_ExternalProvider',
  toUserKey: ({ event }) => readRequired(event, 'userName'),
  toEvent({ event, request, attributes }) {
    const id = readRequired(event, 'userPoolId');
    const read = (name: string) => readString(attributes, name);
    return {
      tenant: { id },
      connection: { id, name: id, strategy: 'auth0' },
      request: {
        method: 'POST',
        // Cognito does not send the address: Actions that count by address count all users together.
        ip: '0.0.0.0',
        body: {
          ...readObject(request['clientMetadata'] ?? {}, 'clientMetadata'),
          ...readObject(request['validationData'] ?? {}, 'validationData'),
        },
        geoip: {},
      },
      user: {
        ...known({
          email: read('email'),
          phone_number: read('phone_number'),
          name: read('name'),
          given_name: read('given_name'),
          family_name: read('family_name'),
          nickname: read('nickname'),
          picture: read('picture'),
        }),
        user_metadata: {},
        app_metadata: {},
      },
    };
  },
};

/**
 * Creates a function for Cognito's pre sign-up trigger, which Lambda calls. It returns the event to let a user in, and
 * rejects to refuse one. Cognito shows the error's message to the user.
 *
 * @example
 * ```ts
 * const handler = createPreSignUpHandler({ actions });
 * ```
 */
export function createPreSignUpHandler(
  options: DecideOptions,
): <Event>(event: Event) => Promise<Event> {
  const decide = createDecide(cognito, options);
  return async (event) => {
    const deadline = new AbortController();
    const timeoutMs = flowTimeoutOf(cognito, options) + responseMs;
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    const outcome = await decide(() => cognito.parse(event), deadline.signal);
    clearTimeout(timer);
    if (outcome.status === 'allowed') return event;
    throw new Error(String(toSignupResponse(outcome).body['message']));
  };
}
