import type {
  Action,
  Outcome,
  RuntimeOptions,
  SignupEvent,
  SignupResponseOptions,
} from '@signup-actions/runtime-core';

/** The request that creates a user. */
export interface SignupRequest {
  /** The path of Better Auth's endpoint, such as `/sign-up/email`; absent if code of the server creates the user. */
  readonly path?: string | undefined;
  /** The headers of the request; absent if there is none. */
  readonly headers?: Headers | undefined;
}

/** What an Action learns about a signup, and how the client and the host learn of its outcome. */
export interface SignupDetails {
  /**
   * The fields of the request's body that Actions get as `event.request.body`. Name no password and no code. Default:
   * `email`, `name`, `phoneNumber` and `username`.
   */
  readonly bodyFields?: readonly string[] | undefined;
  /**
   * Changes the event before the Actions run: your tenant's id, `geoip`, `client`, the connection that an Action expects. If it
   * throws, the signup fails.
   *
   * @example
   * ```ts
   * signupActions({ actions, toEvent: (event) => ({ ...event, tenant: { id: 'acme' } }) });
   * ```
   */
  readonly toEvent?: ((event: SignupEvent, request: SignupRequest) => SignupEvent) | undefined;
  /** What clients see beside the message for the user; by default not the code that an Action gave a validation error. */
  readonly include?: SignupResponseOptions['include'];
  /**
   * Receives the outcome of each flow, for a log. The user of an allowed one is not stored yet. An error that it throws is
   * logged by Better Auth and has no other effect.
   */
  readonly onOutcome?: ((outcome: Outcome, request: SignupRequest) => unknown) | undefined;
}

/** Runs Actions in the process of Better Auth. All options of `createRuntime` apply. */
export interface ActionsOptions extends SignupDetails, RuntimeOptions {
  /** In binding order. */
  readonly actions: readonly Action[];
}

/** Runs Actions elsewhere, for example in a process of their own. */
export interface DecideOptions extends SignupDetails {
  /** Runs the flow of a signup. If it rejects, the signup fails. */
  readonly decide: (event: SignupEvent, request: SignupRequest) => Promise<Outcome>;
}

/** Options of {@link signupActions}. */
export type SignupActionsOptions = ActionsOptions | DecideOptions;
