import { toSignupResponse, type Outcome } from '@signup-actions/runtime-core';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { Signups } from './create-signups.ts';
import { toEvent } from './to-event.ts';
import { toStoredUser } from './to-stored-user.ts';
import { getAddress, requestIdHeader } from './with-origin.ts';

/** What Better Auth knows of the request that it serves; nothing if there is none. */
type RequestContext = {
  readonly body?: Record<string, unknown>;
  readonly headers?: Headers;
} | null;
type NewUser = { readonly email: string; readonly name?: string };

/** Better Auth's hooks that run the flow before a user is created, wherever that happens. */
export function createSignupHooks(signups: Signups, include: readonly 'code'[]) {
  const decide = (user: NewUser, context: RequestContext): Promise<Outcome> => {
    const { body = {}, headers } = context ?? {};
    const event = toEvent({ user, body, headers, ip: getAddress(headers) });
    return signups.decide(getRequestId(context), event);
  };
  return {
    databaseHooks: {
      user: {
        create: {
          before: async (user: NewUser, context: RequestContext) => ({
            data: { ...user, ...toStoredUser(await decide(user, context), { include }) },
          }),
          after: async ({ id }: { readonly id: string }, context: RequestContext) =>
            signups.setStored(getRequestId(context), id),
        },
      },
    },
    hooks: {
      // No user is created for an address that is registered already. The flow runs nevertheless: attempts count, and
      // those that the Actions refuse do not learn whether the address is registered.
      after: createAuthMiddleware(async ({ path, body, headers, context }) => {
        if (path !== '/sign-up/email' || !isRegistered(context.returned)) return;
        // As for a new address, which takes that long.
        await context.password.hash(body.password);
        const user = { email: body.email.toLowerCase(), name: body.name };
        const outcome = await decide(user, { body, ...(headers && { headers }) });
        if (outcome.status === 'allowed') return;
        const { status, body: message } = toSignupResponse(outcome, { include });
        return Response.json(message, { status });
      }),
    },
  };
}

const isRegistered = (returned: unknown): boolean =>
  returned instanceof APIError && returned.body?.code === 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL';

/** Throws for code of the server that creates users on its own: no entry of the log would say so. */
function getRequestId(context: RequestContext): string {
  const id = context?.headers?.get(requestIdHeader);
  if (id) return id;
  throw new Error('Failed to create a user: only a request to this server can create one.');
}
