// Parts of the event that belong to beta features of the platform: seen, and not in its reference.

/** The experiment that the signup takes part in. */
export interface EventExperiment {
  readonly experiment_id: string;
  readonly variation_id: string;
  /** Whether this is the variation that changes nothing. */
  readonly is_control: boolean;
  readonly config: { readonly [name: string]: { readonly value: unknown } };
  readonly variation_name?: string;
  readonly variation_description?: string;
}

/** The anonymous session that the person had before signing up. */
export interface EventAnonymousSession {
  readonly user_id: string;
  readonly session_id: string;
  readonly metadata: { readonly [key: string]: string };
  /** A date as text, or a number: the platform's pages disagree. */
  readonly created_at: number | string;
  /** A date as text, or a number: the platform's pages disagree. */
  readonly expires_at?: number | string;
}
