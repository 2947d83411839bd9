import type { OpenRecord } from '../shape.ts';

// The parts of the event that belong to features in beta. The event reference does not have them.

/**
 * The experiment that the signup takes part in, a beta feature of the platform.
 *
 * @see {@link https://auth0.com/docs/customize/experiment-center/integrations/actions-integration-guide | Experiment Center and Actions}
 */
export interface EventExperiment {
  /** The experiment's id. */
  readonly experiment_id: string;
  /** The id of the variation that this signup was assigned to. */
  readonly variation_id: string;
  /** Whether the variation is the control, which the others are compared with. */
  readonly is_control: boolean;
  /** The variation's settings by name. */
  readonly config: OpenRecord<EventExperimentSetting>;
  /** The variation's name. Absent if it has none. */
  readonly variation_name?: string | undefined;
  /** The variation's description. Absent if it has none. */
  readonly variation_description?: string | undefined;
}

/**
 * One setting of an experiment's variation.
 *
 * @see {@link https://auth0.com/docs/customize/experiment-center/integrations/actions-integration-guide | Experiment Center and Actions}
 */
export interface EventExperimentSetting {
  /** The setting's value, of the type that the experiment gives it. */
  readonly value: unknown;
}

/**
 * The user's anonymous session before the signup, a beta feature of the platform.
 *
 * @see {@link https://auth0.com/docs/manage-users/sessions/anonymous-sessions | Anonymous sessions}
 */
export interface EventAnonymousSession {
  /** The user's id in the anonymous session. */
  readonly user_id: string;
  /** The session's id. */
  readonly session_id: string;
  /** Strings that are kept with the session; `{}` if there are none. */
  readonly metadata: OpenRecord<string>;
  /** When the session began: a date string or a number, because the public sources disagree. */
  readonly created_at: string | number;
  /** When the session ends, in the same form. Absent if it does not end. */
  readonly expires_at?: string | number | undefined;
}
