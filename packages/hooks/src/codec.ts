import type { Outcome, SignupEvent } from '@signup-actions/runtime-core';

/**
 * How the signups of a platform become events. `Payload` is what the platform sends.
 *
 * @typeParam Payload - What the platform sends for one signup.
 */
export interface HookCodec<Payload> {
  /** Name of the platform, for messages; also the id of the tenant unless the host gives one. */
  readonly name: string;
  /** Milliseconds that a flow may take, so that the platform still receives the response. */
  readonly flowTimeoutMs: number;
  /** Checks what the platform sent. Throws a `TypeError` if it is not a signup. */
  readonly parse: (value: unknown) => Payload;
  /** Whether another identity provider signs the user in. Auth0 does not run the trigger for these users. */
  readonly isExternal: (payload: Payload) => boolean;
  /** Returns what the platform will know the user by, for data that is stored before the user exists. */
  readonly toUserKey: (payload: Payload) => string;
  /** Converts a signup to the event that Actions receive. */
  readonly toEvent: (payload: Payload) => SignupEvent;
}

/**
 * A platform that sends signed HTTP requests.
 *
 * @typeParam Payload - What the platform sends for one signup.
 */
export interface HookPlatform<Payload> extends HookCodec<Payload> {
  /** Milliseconds by which the time of a request may differ from the clock of this process, in either direction. */
  readonly toleranceMs: number;
  /** Prepares a secret for use. Throws if the secret cannot be used. */
  readonly connect: (secret: string) => HookConnection;
}

/** Verifies the requests of a platform and makes its responses, with one secret. */
export interface HookConnection {
  /** Verifies the signature and the time of a request, and returns what identifies it. Throws or rejects if either is wrong. */
  readonly verify: (body: string, headers: Headers) => string | Promise<string>;
  /** Converts an outcome to a response. Only an allowed outcome becomes a response that lets the user in. */
  readonly toResponse: (outcome: Outcome) => Response | Promise<Response>;
  /** Makes the response to a request that no flow ran for. It never lets a user in. */
  readonly toErrorResponse: (error: HookError) => Response | Promise<Response>;
}

/** Why no flow ran for a request. */
export interface HookError {
  /**
   * `method-not-allowed`: not a POST. `too-large`, `too-slow`, `unreadable`: the body. `signature-invalid`: signature or
   * time is wrong or missing. `replayed`: the same request came before. `malformed`: not a signup. `failed`: anything
   * else.
   */
  readonly code: HookErrorCode;
  /** HTTP status: 405, 413, 408, 400, 401, 409, 400 or 500, in the order of the codes. */
  readonly status: number;
  /** What was wrong, without anything that the request contained. */
  readonly message: string;
  /** What was thrown; absent if nothing was. */
  readonly cause?: unknown;
}

/** A code for each reason why no flow runs; stable across versions. */
export type HookErrorCode =
  | 'failed'
  | 'malformed'
  | 'method-not-allowed'
  | 'replayed'
  | 'signature-invalid'
  | 'too-large'
  | 'too-slow'
  | 'unreadable';
