/**
 * WorkOS AuthKit's user-registration action. Needs `@workos-inc/node`.
 *
 * @module
 */
import { toSignupResponse } from '@signup-actions/runtime-core';
import { WorkOS } from '@workos-inc/node';
import type { HookPlatform } from './codec.ts';
import { toPlainResponse } from './hook-errors.ts';
import { known, readObject, readRequired, readString } from './read-fields.ts';

/** What WorkOS sends: the context of a user registration, and the data of the user. */
export interface WorkosPayload {
  /** About the registration, such as `ip_address`. */
  readonly context: Readonly<Record<string, unknown>>;
  /** The user's `email`, `first_name` and `last_name`. */
  readonly user: Readonly<Record<string, unknown>>;
  /** How the user signs up, such as `Password` or `GoogleOAuth`; `AuthKit` if WorkOS does not say. */
  readonly method: string;
}

/** What the vendor's library allows for requests that are too old; it does not check those from the future. */
const toleranceMs = 30_000;

/**
 * WorkOS AuthKit's user-registration action. The secret is the one of the action's settings. Set the action's error
 * handling to _Deny_ there: the other setting lets users in whenever WorkOS receives no response.
 */
export const workos: HookPlatform<WorkosPayload> = {
  name: 'workos',
  flowTimeoutMs: 4_000,
  toleranceMs,
  connect(secret) {
    // Nothing here calls the API of WorkOS, so there is no key.
    const { actions, webhooks } = new WorkOS({ clientId: 'signup-actions' });
    const respond = async (errorMessage?: string): Promise<Response> => {
      const data =
        errorMessage === undefined
          ? ({ type: 'user_registration', verdict: 'Allow' } as const)
          : ({ type: 'user_registration', verdict: 'Deny', errorMessage } as const);
      return Response.json(await actions.signResponse(data, secret));
    };
    return {
      async verify(body, headers) {
        const sigHeader = headers.get('workos-signature') ?? '';
        await actions.verifyHeader({ payload: body, sigHeader, secret, tolerance: toleranceMs });
        const [time, signature] = webhooks.getTimestampAndSignatureHash(sigHeader);
        if (!(Number(time) <= Date.now() + toleranceMs))
          throw new Error('The time is in the future.');
        return signature;
      },
      toResponse: (outcome) =>
        outcome.status === 'allowed'
          ? respond()
          : respond(String(toSignupResponse(outcome).body['message'])),
      // WorkOS can be set to let users in after any other status, so what it may have sent is denied with a signature.
      toErrorResponse: (error) =>
        error.code === 'method-not-allowed' ? toPlainResponse(error) : respond(error.message),
    };
  },
  parse(value) {
    const context = readObject(value, 'the payload');
    if (context['object'] !== 'user_registration_action_context') {
      throw new TypeError('Failed to read a signup: it is the payload of another action.');
    }
    const method = readString(context, 'authentication_method') ?? 'AuthKit';
    return { context, user: readObject(context['user_data'], 'user_data'), method };
  },
  isExternal: ({ method }) => /^(?:SSO|.*OAuth|CrossAppAuth|ExternalAuth)$/.test(method),
  toUserKey: ({ user }) => readRequired(user, 'email'),
  toEvent: ({ context, user, method }) => ({
    tenant: { id: 'workos' },
    connection: { id: method, name: method, strategy: method === 'MagicAuth' ? 'email' : 'auth0' },
    request: {
      method: 'POST',
      ip: readString(context, 'ip_address') ?? '0.0.0.0',
      body: {},
      geoip: {},
      ...known({ user_agent: readString(context, 'user_agent') }),
    },
    user: {
      ...known({
        email: readString(user, 'email'),
        name: readString(user, 'name'),
        given_name: readString(user, 'first_name'),
        family_name: readString(user, 'last_name'),
      }),
      user_metadata: {},
      app_metadata: {},
    },
  }),
};
