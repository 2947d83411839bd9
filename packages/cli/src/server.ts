import { resolve } from 'node:path';
import { createSignupHandler } from './serve/create-signup-handler.ts';
import { listen, type ListenOptions, type SignupHandler } from './serve/listen.ts';
import { noData, openData } from './serve/open-data.ts';
import { createSignupDesk } from './serve/sign-up.ts';
import type { SignupRecord } from './serve/signup-record.ts';
import { createTenant } from './serve/tenant.ts';

export type { ListenOptions, SignupHandler } from './serve/listen.ts';
export type { SignupRecord } from './serve/signup-record.ts';

/** What a server runs, and where it listens. */
export interface SignupServerOptions extends ListenOptions {
  /** Action files in order, or an exported tenant; relative to the current folder. */
  readonly tenant: string | readonly string[];
  /** Values of the secrets, by their names. */
  readonly secrets?: Readonly<Record<string, string>> | undefined;
  /**
   * `NAME=VALUE`, as typed.
   *
   * @internal
   */
  readonly typedSecrets?: readonly string[] | undefined;
  /** A file with one `NAME=VALUE` per line. */
  readonly envFile?: string | undefined;
  /** A SQLite file that keeps users, cache and signups. By default they end with the server. */
  readonly data?: string | undefined;
  /** Called with each signup that is done. What it throws does not change the signup, and is an uncaught exception. */
  readonly onSignup?: ((signup: SignupRecord) => void) | undefined;
}

/** A development server that runs. */
export interface SignupServer {
  /** Such as `http://127.0.0.1:4000`, without a slash at its end. */
  readonly url: string;
  /** The last 1,000 signups, the oldest first. */
  readonly signups: readonly SignupRecord[];
  /** Responds to requests without the network. */
  readonly fetch: SignupHandler;
  /** Forgets users, cache and signups. */
  readonly reset: () => void;
  /** Ends the server and the processes of its Actions. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a development server that signs people up with the Actions of a tenant. Throws if the Actions cannot be run.
 *
 * @example
 * ```ts
 * const server = await startSignupServer({ tenant: 'tenant', secrets: { API_KEY: 'test' } });
 * ```
 */
export async function startSignupServer(options: SignupServerOptions): Promise<SignupServer> {
  const { tenant: paths, secrets = {}, typedSecrets = [], envFile, onSignup } = options;
  const tenant = createTenant(
    [paths].flat().map((path) => resolve(path)),
    {
      secret: [...typedSecrets, ...Object.entries(secrets).map((pair) => pair.join('='))],
      envFile: envFile === undefined ? undefined : resolve(envFile),
    },
  );
  // A mistake is better known now than at the first signup.
  await tenant.read();
  const data = options.data === undefined ? noData : await openData(resolve(options.data));
  const desk = createSignupDesk(tenant, onSignup, data);
  const fetch = createSignupHandler(desk);
  const { url, close } = await listen(fetch, {
    ...options,
    https: options.https === undefined ? undefined : resolve(options.https),
  }).catch(async (error: unknown) => {
    await desk.close();
    throw error;
  });
  return {
    url,
    signups: desk.signups,
    fetch,
    reset: desk.reset,
    async close() {
      await close();
      await desk.close();
    },
  };
}
