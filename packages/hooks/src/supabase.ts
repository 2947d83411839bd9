/**
 * Supabase's before-user-created hook. Needs `standardwebhooks`.
 *
 * @module
 */
import { toSignupResponse } from '@signup-actions/runtime-core';
import { Webhook } from 'standardwebhooks';
import type { HookPlatform } from './codec.ts';
import { toPlainResponse } from './hook-errors.ts';
import { known, readObject, readRequired, readString } from './read-fields.ts';

/** What Supabase sends: the request's metadata, and the user that is about to be created. */
export interface SupabasePayload {
  /** About the request, such as `ip_address`. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The user as it is stored, in Supabase's own fields. */
  readonly user: Readonly<Record<string, unknown>>;
  /** How the user signs up: `email`, `phone`, the name of another provider, or `anonymous`. */
  readonly provider: string;
}

/**
 * Supabase's before-user-created hook. The secret is the one of the hook's settings: `v1,whsec_…`, or several of them
 * separated by `|` while one replaces another.
 */
export const supabase: HookPlatform<SupabasePayload> = {
  name: 'supabase',
  // Supabase waits for five seconds in all.
  flowTimeoutMs: 4_000,
  // What the library allows.
  toleranceMs: 300_000,
  connect(secret) {
    const webhooks = secret.split('|').map((one) => new Webhook(one.trim().replace(/^v1,/, '')));
    return {
      verify(body, headers) {
        const id = headers.get('webhook-id') ?? '';
        const signed = {
          'webhook-id': id,
          'webhook-timestamp': headers.get('webhook-timestamp') ?? '',
          'webhook-signature': headers.get('webhook-signature') ?? '',
        };
        const errors = webhooks.map((webhook) => findError(webhook, body, signed));
        if (errors.includes(undefined)) return id;
        throw errors[0];
      },
      toResponse(outcome) {
        if (outcome.status === 'allowed') return Response.json({});
        const { status, body } = toSignupResponse(outcome);
        // Supabase shows the message only if the HTTP status is 200, and lets the user in if there is none.
        return Response.json({ error: { http_code: status, message: body['message'] } });
      },
      toErrorResponse: toPlainResponse,
    };
  },
  parse(value) {
    const { metadata, user } = readObject(value, 'the payload');
    const request = readObject(metadata, 'metadata');
    if (request['name'] !== 'before-user-created') {
      throw new TypeError('Failed to read a signup: it is the payload of another hook.');
    }
    const fields = readObject(user, 'user');
    const provider = readString(
      readObject(fields['app_metadata'] ?? {}, 'app_metadata'),
      'provider',
    );
    return { metadata: request, user: fields, provider: provider ?? 'anonymous' };
  },
  isExternal: ({ provider }) => !['anonymous', 'email', 'phone'].includes(provider),
  toUserKey: ({ user }) => readRequired(user, 'id'),
  toEvent: ({ metadata, user, provider }) => ({
    tenant: { id: 'supabase' },
    connection: { id: provider, name: provider, strategy: strategies[provider] ?? provider },
    request: {
      method: 'POST',
      ip: readString(metadata, 'ip_address') ?? '0.0.0.0',
      body: {},
      geoip: {},
    },
    user: {
      ...known({ email: readString(user, 'email'), phone_number: readString(user, 'phone') }),
      user_metadata: readObject(user['user_metadata'] ?? {}, 'user_metadata'),
      app_metadata: readObject(user['app_metadata'] ?? {}, 'app_metadata'),
    },
  }),
};

/** The strategies of Auth0. Supabase does not say whether an email user has a password or gets a link. */
const strategies: Readonly<Record<string, string>> = {
  email: 'auth0',
  anonymous: 'auth0',
  phone: 'sms',
};

function findError(webhook: Webhook, body: string, headers: Record<string, string>): unknown {
  try {
    webhook.verify(body, headers, { jsonParse: false });
    return undefined;
  } catch (error) {
    return error ?? new Error('The signature is not valid.');
  }
}
