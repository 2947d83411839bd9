import { signupActions, type SignupActionsPlugin } from '@signup-actions/better-auth';
import type { Signups } from './create-signups.ts';
import { requestIdHeader } from './with-origin.ts';

/**
 * The fields of the sign-up form that Actions may see. Everything else stays here: Actions have no business with
 * passwords and codes, whatever a form names them.
 */
const bodyFields = ['company', 'email', 'name'];

/** The plugin of Better Auth that runs the flow before each user that is created, in the process of the Actions. */
export const createSignupPlugin = (
  signups: Signups,
  include: readonly 'code'[],
): SignupActionsPlugin =>
  signupActions({
    bodyFields,
    include,
    toEvent: (event) => ({ ...event, tenant: { id: 'example-tenant' } }),
    decide: async (event, { headers }) => signups.decide(getRequestId(headers), event),
  });

/** Throws for code of the server that creates users on its own: no entry of the log would say so. */
export function getRequestId(headers: Headers | undefined): string {
  const id = headers?.get(requestIdHeader);
  if (id) return id;
  throw new Error('Failed to create a user: only a request to this server can create one.');
}
