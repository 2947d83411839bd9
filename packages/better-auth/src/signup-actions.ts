import type { Outcome } from '@signup-actions/runtime-core';
import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, getIP, isAPIError } from 'better-auth/api';
import { createDecide } from './create-decide.ts';
import type { SignupActionsOptions } from './options.ts';
import { refuseUnstorable } from './refuse-unstorable.ts';
import { errorCodes, toApiError } from './to-api-error.ts';
import { toEvent, type NewUser } from './to-event.ts';
import { toStoredUser } from './to-stored-user.ts';

/** The fields that the plugin adds to a user. */
const schema = {
  user: {
    fields: {
      userMetadata: { type: 'json', required: false, input: false },
      // Only for the application: clients do not get it.
      appMetadata: { type: 'json', required: false, input: false, returned: false },
    },
  },
} as const;

/** The plugin that {@link signupActions} returns. */
export interface SignupActionsPlugin extends BetterAuthPlugin {
  /** The name of the plugin in Better Auth. */
  readonly id: 'signup-actions';
  /** The fields that it adds to a user. */
  readonly schema: {
    readonly user: {
      readonly fields: {
        readonly userMetadata: {
          readonly type: 'json';
          readonly required: false;
          readonly input: false;
        };
        readonly appMetadata: {
          readonly type: 'json';
          readonly required: false;
          readonly input: false;
          readonly returned: false;
        };
      };
    };
  };
}

/** What Better Auth knows of the request that it serves. */
interface RequestContext {
  readonly path?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly headers?: Headers | undefined;
  readonly request?: Request | undefined;
  readonly method?: unknown;
  readonly context: {
    readonly options: BetterAuthOptions;
    readonly logger: { readonly error: (message: string, ...more: unknown[]) => void };
  };
}

/**
 * Creates a plugin for Better Auth that runs Actions before a user is created, on every road that creates one. A signup
 * that is not allowed is an error of Better Auth's API, and no user is stored. Put it last in `plugins`, because a hook that
 * runs later can still change what is stored. Those of the option `databaseHooks` always run later.
 *
 * @example
 * ```ts
 * const auth = betterAuth({ plugins: [signupActions({ actions })] });
 * ```
 */
export function signupActions(options: SignupActionsOptions): SignupActionsPlugin {
  const decide = createDecide(options);
  const { include, bodyFields, onOutcome } = options;
  /** The requests of which a flow has decided on a user. */
  const decided = new WeakSet<object>();
  let betterAuthOptions: BetterAuthOptions = {};

  const run = async (user: NewUser, request: RequestContext | null): Promise<Outcome> => {
    if (request) decided.add(request.context);
    const { path, params, headers } = request ?? {};
    const seen = { path, headers };
    const decision = await decide(
      () =>
        toEvent(
          {
            user,
            path,
            params,
            headers,
            body: toRecord(request?.body),
            method: request?.request?.method,
            ip: (headers && getIP(headers, betterAuthOptions)) ?? undefined,
          },
          bodyFields,
        ),
      seen,
    );
    const outcome = refuseUnstorable(decision, betterAuthOptions);
    try {
      await onOutcome?.(outcome, seen);
    } catch (thrown) {
      request?.context.logger.error('The onOutcome of signupActions failed.', thrown);
    }
    return outcome;
  };

  return {
    id: 'signup-actions',
    schema,
    $ERROR_CODES: toErrorCodes(),
    init({ options: all }) {
      betterAuthOptions = all;
      return {
        options: {
          databaseHooks: {
            user: {
              create: {
                async before(user, request) {
                  const outcome = await run(user, request as RequestContext | null);
                  if (outcome.status === 'allowed')
                    return { data: { ...user, ...toStoredUser(outcome) } };
                  throw toApiError(outcome, include, hidesUsers(betterAuthOptions));
                },
              },
            },
          },
        },
      };
    },
    hooks: {
      // No user is created for an address that is registered already. The flow runs nevertheless: attempts count, and
      // those that the Actions refuse do not learn whether the address is registered.
      after: [
        {
          matcher: ({ path }) => path === '/sign-up/email',
          handler: createAuthMiddleware(async (request) => {
            const { context, body } = request;
            const { returned } = context;
            if (decided.has(context)) return;
            if (isAPIError(returned)) {
              if (returned.body?.code !== 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL') return;
              // As for a new address, which takes that long.
              await context.password.hash(String(body.password));
            }
            const user = { email: String(body.email).toLowerCase(), name: body.name };
            const outcome = await run(user, request);
            if (outcome.status === 'allowed') return;
            const error = toApiError(outcome, include, hidesUsers(betterAuthOptions));
            if (!request.request) throw error;
            // Better Auth would keep the status that it had returned.
            return Response.json(error.body, { status: error.statusCode });
          }),
        },
      ],
    },
  };
}

/** Whether Better Auth responds to a registered address as to a new one. */
const hidesUsers = ({ emailAndPassword }: BetterAuthOptions): boolean =>
  emailAndPassword?.requireEmailVerification === true || emailAndPassword?.autoSignIn === false;

const toRecord = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};

/** In Better Auth's form, for clients. */
const toErrorCodes = (): Record<string, { readonly code: string; readonly message: string }> =>
  Object.fromEntries(
    Object.values(errorCodes).map((code) => [code, { code, message: 'The signup was refused.' }]),
  );
