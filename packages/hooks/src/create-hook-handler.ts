import type { HookConnection, HookError, HookPlatform } from './codec.ts';
import {
  callQuietly,
  createDecide,
  flowTimeoutOf,
  responseMs,
  type DecideOptions,
} from './decide.ts';
import { createHookError, toHookError, toPlainResponse } from './hook-errors.ts';
import { readBody } from './read-body.ts';
import { createReplayMemory, type ReplayMemory } from './replay-memory.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Options of {@link createHookHandler}.
 *
 * @typeParam Payload - What the platform sends for one signup.
 */
export interface HookOptions<Payload> extends DecideOptions {
  /** The platform that calls the hook, from its entry. */
  readonly platform: HookPlatform<Payload>;
  /** The secret that the platform shows for this hook. */
  readonly secret: string;
  /** Which requests have come; by default those of this process. */
  readonly replays?: ReplayMemory;
  /** UTF-8 bytes that a body may have; 262,144 by default. */
  readonly maxBodyBytes?: number;
  /** Called for each request that no flow ran for, to log it. It is not waited for, and its errors are ignored. */
  readonly onError?: (error: HookError) => unknown;
}

/** Handles the requests of a platform. Never rejects. */
export type HookHandler = (request: Request) => Promise<Response>;

/**
 * Creates a handler for the hook that a platform calls before it creates a user. The Actions decide. Whatever goes wrong,
 * the response refuses the signup in the form that the platform understands.
 *
 * Throws if the platform cannot use the secret, or if `maxBodyBytes` is not a positive number.
 *
 * @example
 * ```ts
 * const handler = createHookHandler({ platform: supabase, secret, actions });
 * const response = await handler(new Request('https://hook.example/', { method: 'POST' }));
 * ```
 */
export function createHookHandler<Payload>(options: HookOptions<Payload>): HookHandler {
  const { platform, maxBodyBytes = 262_144, replays = createReplayMemory() } = options;
  if (!(maxBodyBytes > 0)) {
    throw new TypeError(
      `Failed to create a handler for ${platform.name}: maxBodyBytes must be a positive number but received ${String(maxBodyBytes)}.\nLeave it out for 262,144.`,
    );
  }
  const connection = connect(platform, options.secret);
  const decide = createDecide(platform, options);
  const timeoutMs = flowTimeoutOf(platform, options) + responseMs;
  const handle = async (request: Request, signal: AbortSignal): Promise<Response> => {
    if (request.method !== 'POST') throw createHookError('method-not-allowed');
    const body = await readBody(request, maxBodyBytes, signal);
    const id = await verify(connection, body, request.headers);
    const payload = parse(platform, body);
    const added = (async () => replays.add(id, 2 * platform.toleranceMs))();
    // Whatever does not say in time that the request is new refuses it.
    if ((await untilAborted(added, signal, () => false)) !== true)
      throw createHookError('replayed');
    return await connection.toResponse(await decide(() => payload, signal));
  };
  return async (request) => {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    try {
      return await handle(request, deadline.signal);
    } catch (thrown) {
      const error = toHookError(thrown);
      callQuietly(options.onError, error);
      return await refuse(connection, error);
    } finally {
      clearTimeout(timer);
    }
  };
}

function connect(
  platform: Pick<HookPlatform<unknown>, 'connect' | 'name'>,
  secret: unknown,
): HookConnection {
  try {
    if (typeof secret === 'string' && secret.trim() !== '') return platform.connect(secret);
  } catch (cause) {
    throw new TypeError(toSecretMessage(platform.name, 'one that its library accepts'), { cause });
  }
  throw new TypeError(toSecretMessage(platform.name, 'a non-empty string'));
}

/** The value is not in the message: it is secret. */
const toSecretMessage = (name: string, rule: string): string =>
  `Failed to create a handler for ${name}: secret must be ${rule}.\nCopy it from the settings of the hook.`;

async function verify(connection: HookConnection, body: string, headers: Headers): Promise<string> {
  try {
    return await connection.verify(body, headers);
  } catch (cause) {
    throw createHookError('signature-invalid', cause);
  }
}

function parse<Payload>(platform: HookPlatform<Payload>, body: string): Payload {
  try {
    return platform.parse(JSON.parse(body));
  } catch (cause) {
    throw createHookError('malformed', cause);
  }
}

async function refuse(connection: HookConnection, error: HookError): Promise<Response> {
  try {
    return await connection.toErrorResponse(error);
  } catch {
    return toPlainResponse(error);
  }
}
