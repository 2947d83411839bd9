import {
  toTenantLog,
  type AllowedOutcome,
  type Outcome,
  type SignupEvent,
} from '@signup-actions/runtime-core';
import { createLimits } from '@signup-actions/runtime-core/internal';
import { toFailure, type CacheEntries } from '@signup-actions/workbench';
import { createRunner } from '../process/parent/create-runner.ts';
import type { Answer, Channel, Rejection } from './platform-answers.ts';
import { checkPassword } from './check-password.ts';
import type { SignupRecord } from './signup-record.ts';
import type { Tenant } from './tenant.ts';
import { createUsers, type Users } from './users.ts';

/** A signup with what the server needs besides the event. */
export interface SignupAttempt {
  readonly event: SignupEvent;
  readonly password: string | undefined;
  readonly channel: Channel;
}

/** Signs people up, and keeps what comes of it. */
export interface SignupDesk {
  readonly users: Users;
  /** Never rejects. Signups run one after another and share the cache (C2). */
  readonly signUp: (attempt: SignupAttempt) => Promise<Answer>;
  /** The last 1,000 signups, the oldest first. */
  readonly signups: readonly SignupRecord[];
  /** Forgets users, cache and signups. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

const maxKept = 1_000;

/** Creates the desk of a tenant; `onSignup` is called with each signup that is done. */
export function createSignupDesk(
  tenant: Tenant,
  onSignup: (record: SignupRecord) => void = () => {},
): SignupDesk {
  const users = createUsers();
  const signups: SignupRecord[] = [];
  const stop = new AbortController();
  const runner = createRunner({ onRequired: tenant.addRequired });
  const limits = createLimits({});
  let cache: CacheEntries = [];
  let count = 0;
  let generation = 0;
  let last: Promise<unknown> = Promise.resolve();

  function record(entry: Omit<SignupRecord, 'id'>): Answer {
    count += 1;
    const whole = { id: count, ...entry };
    signups.push(whole);
    if (signups.length > maxKept) signups.shift();
    onSignup(whole);
    return entry.response;
  }

  async function runOne({ event, password, channel }: SignupAttempt): Promise<Answer> {
    const login = { connection: event.connection.name, user: event.user };
    const reject = (rejection: Rejection): Answer =>
      record({
        event,
        status: 'rejected',
        reason: rejection.type === 'malformed' ? rejection.message : rejection.type,
        response: channel.rejected(rejection),
        log: [{ type: 'fs', description: rejection.type }],
      });
    const rules = password === undefined ? [] : checkPassword(password);
    if (rules.some(({ verified }) => !verified)) return reject({ type: 'weak-password', rules });
    if (users.has(login)) return reject({ type: 'user-exists' });
    const begun = generation;
    const actions = await tenant.read();
    const run = await runner.run({ actions, event, cache, limits }, stop.signal);
    const { outcome, lateRefusal } = run;
    if (begun === generation) cache = run.cache;
    // A refusal that came too late counts here: the server has not answered yet.
    if (outcome.status !== 'allowed' || lateRefusal !== undefined) {
      const decided = outcome.status === 'allowed' ? toLateFailure(outcome) : outcome;
      const response = channel.refused(decided);
      const log = toTenantLog(decided);
      return record({ event, status: decided.status, outcome: decided, response, log });
    }
    const user =
      begun === generation ? users.add(login, outcome.user, event.connection.strategy) : undefined;
    if (!user) return reject({ type: 'user-exists' });
    const response = channel.created(user);
    return record({ event, status: 'allowed', outcome, response, log: toTenantLog(outcome) });
  }

  return {
    users,
    signups,
    signUp(attempt) {
      const done = last
        .then(() => runOne(attempt))
        .catch((error: unknown): Answer => {
          const message = error instanceof Error ? error.message : String(error);
          const response: Answer = {
            status: 500,
            body: { statusCode: 500, error: 'Internal Server Error', message },
          };
          const log = [{ type: 'fs', description: message }] as const;
          return record({ event: attempt.event, status: 'error', reason: message, response, log });
        });
      last = done;
      return done;
    },
    reset() {
      generation += 1;
      users.clear();
      signups.length = 0;
      cache = [];
    },
    async close() {
      stop.abort(new Error('The server is closed.'));
      await last;
      await runner.close();
    },
  };
}

function toLateFailure(allowed: AllowedOutcome): Outcome {
  const { user: _, ...outcome } = allowed;
  const failure = toFailure('action_error', 'Error', 'An Action refused after it had settled.');
  return { ...outcome, status: 'failed', failure };
}
