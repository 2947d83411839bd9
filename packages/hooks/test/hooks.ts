import { readFileSync } from 'node:fs';
import { WorkOS } from '@workos-inc/node';
import { Webhook } from 'standardwebhooks';
import { createPreSignUpHandler, cognito } from '@signup-actions/hooks/cognito';
import { supabase } from '@signup-actions/hooks/supabase';
import { workos } from '@signup-actions/hooks/workos';
import { createHookHandler, type DecideOptions, type HookOptions } from '@signup-actions/hooks';

/** What a platform does after it has called a hook. */
export interface Decision {
  /** Whether the platform creates the user. */
  readonly created: boolean;
  /** What the user sees; absent if the platform shows a text of its own. */
  readonly message?: string;
}

type More = Partial<Omit<HookOptions<never>, 'platform' | 'secret'>> & DecideOptions;

/** A hook, and the platform that calls it. */
export interface Hook {
  readonly name: string;
  /** A signup of Ada, as the platform sends it. */
  readonly payload: object;
  /** Calls a new hook as the platform does, and returns what the platform then does. */
  readonly decide: (options: More, payload?: unknown) => Promise<Decision>;
}

const read = (name: string): object =>
  JSON.parse(readFileSync(new URL(`payloads/${name}.json`, import.meta.url), 'utf8'));

export const supabaseSecret = `v1,whsec_${btoa('a secret of the tests')}`;
export const workosSecret = 'a secret of the tests';

export const supabasePayload = read('supabase');
export const workosPayload = read('workos');
const cognitoPayload = read('cognito');

export interface Signing {
  readonly secret?: string;
  readonly id?: string;
  /** Milliseconds since the epoch. */
  readonly time?: number;
}

let count = 0;

/** A request as Supabase signs it, with the library that its own documentation names. */
export function signForSupabase(
  body: string,
  { secret = supabaseSecret, id = `msg_${(count += 1)}`, time = Date.now() }: Signing = {},
): Request {
  // Supabase joins the signatures of several secrets by a comma and a space.
  const signatures = secret
    .split('|')
    .map((one) => new Webhook(one.replace('v1,', '')).sign(id, new Date(time), body));
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(time / 1000)),
    'webhook-signature': signatures.join(', '),
  };
  return new Request('https://hook.example/', { method: 'POST', body, headers });
}

/** What Supabase's server (`internal/hooks/hookshttp` and `hookserrors` of supabase/auth) makes of a response. */
export async function readForSupabase(response: Response): Promise<Decision> {
  if (![200, 202, 204].includes(response.status)) return { created: false };
  if (response.headers.get('content-type')?.split(';')[0] !== 'application/json') {
    return { created: false };
  }
  const { error } = (await response.json()) as {
    error?: { message?: string; http_code?: number };
  };
  return error?.message ? { created: false, message: error.message } : { created: true };
}

const { webhooks } = new WorkOS({ clientId: 'tests' });

/** A request as WorkOS signs it, with the vendor's own library. */
export async function signForWorkos(
  body: string,
  { secret = workosSecret, time = Date.now() }: Signing = {},
): Promise<Request> {
  const signature = await webhooks.computeSignature(time, body, secret);
  const headers = {
    'content-type': 'application/json',
    'workos-signature': `t=${time}, v1=${signature}`,
  };
  return new Request('https://hook.example/', { method: 'POST', body, headers });
}

/** What WorkOS makes of a response, if its error handling is set to let users in: the worst case. */
export async function readForWorkos(response: Response): Promise<Decision> {
  if (response.status !== 200) return { created: true };
  const { object, payload, signature } = (await response.json()) as {
    object: string;
    payload: { timestamp: number; verdict: string; error_message?: string };
    signature: string;
  };
  await webhooks.verifyHeader({
    payload: JSON.stringify(payload),
    sigHeader: `t=${payload.timestamp}, v1=${signature}`,
    secret: workosSecret,
  });
  if (object !== 'user_registration_action_response') return { created: true };
  const { verdict, error_message: message } = payload;
  return { created: verdict === 'Allow', ...(message !== undefined && { message }) };
}

export const hooks: readonly Hook[] = [
  {
    name: 'supabase',
    payload: supabasePayload,
    async decide(options, payload = supabasePayload) {
      const handle = createHookHandler({ platform: supabase, secret: supabaseSecret, ...options });
      return readForSupabase(await handle(signForSupabase(JSON.stringify(payload))));
    },
  },
  {
    name: 'workos',
    payload: workosPayload,
    async decide(options, payload = workosPayload) {
      const handle = createHookHandler({ platform: workos, secret: workosSecret, ...options });
      return readForWorkos(await handle(await signForWorkos(JSON.stringify(payload))));
    },
  },
  {
    name: 'cognito',
    payload: cognitoPayload,
    decide: (options, payload = cognitoPayload) =>
      createPreSignUpHandler(options)(payload).then(
        (event) => ({ created: event === payload }),
        (error: Error) => ({ created: false, message: error.message }),
      ),
  },
];

/** The codecs, by the name of the hook. */
export const codecs = { cognito, supabase, workos } as const;
