import type { Hono } from 'hono';

/** What the server that mounts the application says of a request. */
export interface RequestFacts {
  /** The address of the client, if it is known. */
  readonly ip?: string | undefined;
}

/** Responds to a request. */
export type SignupFetch = (request: Request, facts?: RequestFacts) => Promise<Response>;

/** The application of a server for signups. */
export type SignupApp = Hono<{ Bindings: RequestFacts }>;
