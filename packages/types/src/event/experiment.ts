import type { OpenRecord } from '../open-record.ts';

/** The experiment that the signup takes part in: a beta of the platform. */
export interface EventExperiment {
  /** The experiment's id. Source: seen, not in the event reference. */
  readonly experiment_id: string;
  /** The id of the variation that this signup got. Source: seen, not in the event reference. */
  readonly variation_id: string;
  /** Whether that variation is the unchanged one that the others are measured against. Source: seen, not in the event reference. */
  readonly is_control: boolean;
  /** The variation's settings by name. Source: seen, not in the event reference. */
  readonly config: OpenRecord<EventExperimentSetting>;
  /** The variation's name; absent when it has none. Source: seen, not in the event reference. */
  readonly variation_name?: string | undefined;
  /** What the variation is about; absent when nobody wrote it down. Source: seen, not in the event reference. */
  readonly variation_description?: string | undefined;
}

/** One setting of an experiment's variation. */
export interface EventExperimentSetting {
  /** The setting's value, of whatever type the experiment gives it. Source: seen, not in the event reference. */
  readonly value: unknown;
}
