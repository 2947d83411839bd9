import type { StartingPoint } from '@signup-actions/testing';
import type { CacheRecordView, RunView } from '@signup-actions/workbench';
import type { Grade } from '../channels/index.ts';

/** What the page has to draw again. Everything is a plain string: nothing of it is ever HTML. */
export interface PageUpdate {
  /** The id of the oldest signup that is shown; those before it are gone. */
  readonly oldest: number;
  /** Signups that are new, the oldest first. */
  readonly signups: readonly SignupView[];
  readonly cache: readonly CacheRecordView[];
  readonly tenant: TenantView;
}

/** A signup as the page shows it. The values of secrets are redacted. */
export interface SignupView {
  readonly id: number;
  /** The address or the name of the user. */
  readonly user: string;
  readonly status: string;
  readonly channel: string;
  readonly httpStatus: number;
  readonly run: RunView;
  /** As JSON. */
  readonly event: string;
  /** What each channel shows; only the one that was used, unless the signup was refused or failed. */
  readonly responses: readonly ResponseView[];
}

/** What a channel shows of a signup. */
export interface ResponseView {
  readonly channel: string;
  /** Whether the signup came this way. */
  readonly isOwn: boolean;
  readonly status: number;
  /** As JSON. */
  readonly body: string;
  /** How it is known; absent for a response that does not depend on the Actions. */
  readonly grade?: Grade | undefined;
}

/** The Actions, and what a form for them has. */
export interface TenantView {
  /** Why the Actions cannot be run; absent if they can. */
  readonly error?: string | undefined;
  /** The names of the Actions, in their order. */
  readonly actions: readonly string[];
  /** Fields such as `ulp-company`, which the Actions read. */
  readonly fields: readonly string[];
  readonly starts: readonly StartView[];
}

/** A starting point, and what the form asks for. */
export interface StartView {
  readonly name: StartingPoint;
  readonly connection: string;
  readonly login: 'email' | 'phone_number';
  readonly hasPassword: boolean;
}
