import {
  toTenantLog,
  type AllowedOutcome,
  type Outcome,
  type SignupEvent,
} from '@signup-actions/runtime-core';
import { toFailure } from '@signup-actions/workbench';
import type { Answer, Channel, Rejection } from './channels/index.ts';
import type { SignupList, SignupRun } from './signup-list.ts';
import type { Users } from './users.ts';

/** A signup with what the server needs besides the event. */
export interface SignupAttempt {
  readonly event: SignupEvent;
  readonly password: string | undefined;
  readonly channel: Channel;
}

/** Where what comes of a signup is kept. */
interface Kept {
  readonly users: Users;
  readonly signups: SignupList;
}

/** What has run for a signup. */
interface Ran extends Omit<SignupRun, 'user'> {
  /** Whether the signup has been forgotten meanwhile: then it creates no user. */
  readonly isForgotten: boolean;
}

/** Creates the user if the Actions allow it, and keeps what came of the signup. */
export function settleSignup(
  attempt: SignupAttempt,
  { isForgotten, ...ran }: Ran,
  { users, signups }: Kept,
): Answer {
  const { event, channel } = attempt;
  const { outcome, lateRefusal } = ran.run;
  // A refusal that came too late counts here: the server has not responded yet.
  if (outcome.status !== 'allowed' || lateRefusal !== undefined) {
    const decided = outcome.status === 'allowed' ? toLateFailure(outcome) : outcome;
    const response = channel.refused(decided);
    const log = toTenantLog(decided);
    const entry = { event, channel: channel.name, outcome: decided, response, log };
    return signups.add({ ...entry, status: decided.status }, ran);
  }
  const login = { connection: event.connection.name, user: event.user };
  const user = isForgotten
    ? undefined
    : users.create(login, outcome.user, event.connection.strategy);
  if (!user) return rejectSignup(attempt, { type: 'user-exists' }, signups);
  const response = channel.created(user);
  const log = toTenantLog(outcome);
  const entry = {
    event,
    channel: channel.name,
    status: 'allowed',
    outcome,
    response,
    log,
  } as const;
  // A signup that cannot be accounted for creates no user.
  const answer = signups.add(entry, { ...ran, user }, () => users.write(user));
  users.hold(user);
  return answer;
}

/** Keeps a signup that was refused before or after its Actions. */
export const rejectSignup = (
  { event, channel }: SignupAttempt,
  rejection: Rejection,
  signups: SignupList,
): Answer =>
  signups.add({
    event,
    channel: channel.name,
    status: 'rejected',
    reason: rejection.type === 'malformed' ? rejection.message : rejection.type,
    response: channel.rejected(rejection),
    log: [{ type: 'fs', description: rejection.type }],
  });

function toLateFailure(allowed: AllowedOutcome): Outcome {
  const { user: _, ...outcome } = allowed;
  const failure = toFailure('action_error', 'Error', 'An Action refused after it had settled.');
  return { ...outcome, status: 'failed', failure };
}
