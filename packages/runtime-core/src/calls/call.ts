import type { RecordedCall, RecordedCallOf } from '@signup-actions/types';
import type { ErrorRecord } from '../errors.ts';

/** A probable mistake in a call, noticed while it was recorded; the outcome reports it as a diagnostic. */
export interface Note {
  readonly code:
    | 'argument-not-a-string'
    | 'cache-default-lifetime'
    | 'deny-without-user-message'
    | 'metadata-not-json'
    | 'metadata-undefined';
  /** What was received, in a few words. */
  readonly received: string;
}

/** A place in the source of an Action. */
export interface CallSite {
  /** Path or name of the file, as the host's `callSite` returns it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
}

/** What the engine knows about a call besides its method, arguments and result. */
export interface CallDetails {
  /** Position among the calls of the flow, from 0. */
  readonly index: number;
  /** Name of the Action that called. */
  readonly action: string;
  /** Present if the call threw: then it had no effect, and `args` describes what was received. */
  readonly error?: ErrorRecord;
  /** Present if the call came after its Action's handler had settled (F8). */
  readonly late?: true;
  /** Probable mistakes in the arguments. */
  readonly notes?: readonly Note[];
  /** Where in the source the call was made; present if the host's `callSite` found a place. */
  readonly site?: CallSite;
}

/** One recorded call of a method of `api`, frozen. Everything else in an outcome is derived from these. */
export type Call = RecordedCall & CallDetails;

/** A refusal by `api.access.deny`: the reason is for the log, the message for the user (R1). */
export interface DenyRefusal {
  /** The status of an outcome that this refusal decides. */
  readonly status: 'denied';
  readonly reason: string;
  readonly userMessage: string;
  /** Name of the Action that refused. */
  readonly action: string;
}

/** A refusal by `api.validation.error`: the code is for the log, the message for the user (R4). */
export interface ValidationRefusal {
  /** The status of an outcome that this refusal decides. */
  readonly status: 'invalid';
  readonly errorCode: string;
  readonly errorMessage: string;
  /** Name of the Action that refused. */
  readonly action: string;
}

/** Why a registration is refused, and by which Action. */
export type Refusal = DenyRefusal | ValidationRefusal;

type RefusalCall = CallDetails & RecordedCallOf<'access.deny' | 'validation.error'>;

/**
 * Whether a call asks for a refusal, including one that was rejected because of its arguments.
 *
 * @internal
 */
export const isRefusal = (call: Call): call is RefusalCall =>
  call.method === 'access.deny' || call.method === 'validation.error';

/** The refusals among the calls, in order: the first is *the* refusal (F5). */
export const foldRefusals = (calls: readonly Call[]): readonly Refusal[] =>
  Object.freeze(
    calls
      .filter(isRefusal)
      .filter((call) => !call.error)
      .map(toRefusal),
  );

function toRefusal(call: RefusalCall): Refusal {
  const { action } = call;
  if (call.method === 'access.deny') {
    const [reason, userMessage] = call.args;
    return Object.freeze({ status: 'denied', reason, userMessage, action });
  }
  const [errorCode, errorMessage] = call.args;
  return Object.freeze({ status: 'invalid', errorCode, errorMessage, action });
}
