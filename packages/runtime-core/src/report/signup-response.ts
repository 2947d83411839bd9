/** An HTTP answer to whoever asked for the signup. */
export interface SignupResponse {
  /** HTTP status. */
  readonly status: number;
  /** To be sent as JSON. */
  readonly body: Readonly<Record<string, string | number>>;
}

/** Where an Action says nothing to the person (R3), or what it says is for the log only. */
export const genericMessages: Readonly<Record<'failed' | 'refused', string>> = {
  refused: 'This registration is not possible.',
  failed: 'Something went wrong. Please try again later.',
};
