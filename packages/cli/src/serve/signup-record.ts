import type { Outcome, SignupEvent, TenantLogEntry } from '@signup-actions/runtime-core';
import type { Answer } from './channels/index.ts';

/** A signup that has reached the server, and what came of it. */
export interface SignupRecord {
  /** Counted from 1. */
  readonly id: number;
  /** The event of the signup, without its password. */
  readonly event: SignupEvent;
  /** `rejected` if the server refused it, `error` if the Actions could not be run. */
  readonly status: Outcome['status'] | 'error' | 'rejected';
  /** Absent if no Action ran. The values of secrets are redacted. */
  readonly outcome?: Outcome | undefined;
  /** Why no Action ran. */
  readonly reason?: string | undefined;
  /** The way in which the signup came and was responded to, such as `POST /dbconnections/signup`. */
  readonly channel: string;
  readonly response: Answer;
  readonly log: readonly TenantLogEntry[];
}
