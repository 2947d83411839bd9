import type { ListenOptions, SignupHandler } from './listen.ts';
import type { SignupRecord } from './signup-record.ts';

/** Where a server listens, and what it does with signups. */
export interface ServerOptions extends ListenOptions {
  /** A SQLite file that keeps users, cache and signups. By default they end with the server. */
  readonly data?: string | undefined;
  /** How long all Actions of a signup may take together, in milliseconds; by default as long as on the platform. */
  readonly timeoutMs?: number | undefined;
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
