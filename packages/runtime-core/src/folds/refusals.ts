import type { RecordedCallOf } from '@signup-actions/types';
import type { Call, CallDetails } from '../record/call.ts';

/** `api.access.deny`: the reason is for the log, the message for the person (R1). */
export interface DenyRefusal {
  /** The status of an outcome that this refusal decides. */
  readonly status: 'denied';
  readonly reason: string;
  readonly userMessage: string;
  /** Name of the Action that refused. */
  readonly action: string;
}

/** `api.validation.error`: the code is for the log, the message for the person (R4). */
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

/** Whether a call asks for a refusal, be it one that was rejected for its arguments. */
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
