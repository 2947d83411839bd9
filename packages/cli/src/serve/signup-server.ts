import type { ListenOptions } from './listen.ts';
import type { SignupFetch } from './routes/signup-app.ts';
import type { SignupRecord } from './signup-record.ts';

/** What is done with signups. */
export interface HandlerOptions {
  /** A SQLite file that keeps users, cache and signups. By default they end with the handler. */
  readonly data?: string | undefined;
  /** How long all Actions of a signup may take together, in milliseconds; by default as long as on the platform. */
  readonly timeoutMs?: number | undefined;
  /** Names of this machine beside `localhost` and addresses. Users are shown to no page of another host. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Called with each signup that is done. What it throws does not change the signup, and is an uncaught exception. */
  readonly onSignup?: ((signup: SignupRecord) => void) | undefined;
}

/** Where a server listens, and what it does with signups. */
export interface ServerOptions extends HandlerOptions, ListenOptions {}

/** Signs people up, without a port of its own. */
export interface SignupHandler {
  /** The last 1,000 signups, the oldest first. */
  readonly signups: readonly SignupRecord[];
  /** Responds to requests without the network. Any server can mount it. */
  readonly fetch: SignupFetch;
  /** Forgets users, cache and signups. */
  readonly reset: () => void;
  /** Ends the processes of the Actions, and the server if there is one. */
  readonly close: () => Promise<void>;
}

/** A development server that runs. */
export interface SignupServer extends SignupHandler {
  /** Such as `http://127.0.0.1:4000`, without a slash at its end. */
  readonly url: string;
}
