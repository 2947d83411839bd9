import {
  toTenantLog,
  type AllowedOutcome,
  type Limits,
  type Outcome,
  type SignupEvent,
} from '@signup-actions/runtime-core';
import {
  toFailure,
  type CacheEntries,
  type IsolatedRun,
  type LoadedAction,
} from '@signup-actions/workbench';
import { createRunner } from '../process/parent/create-runner.ts';
import type { Answer, Channel, Rejection } from './channels/index.ts';
import { checkPassword } from './check-password.ts';
import type { Data } from './open-data.ts';
import type { SignupRecord } from './signup-record.ts';
import type { Tenant } from './tenant.ts';
import { createUsers, type StoredUser, type Users } from './users.ts';

/** A signup with what the server needs besides the event. */
interface SignupAttempt {
  readonly event: SignupEvent;
  readonly password: string | undefined;
  readonly channel: Channel;
}

/** What is known of a signup beside its record, as long as the server runs. */
export interface SignupRun {
  readonly actions: readonly LoadedAction[];
  readonly run: IsolatedRun;
  /** Absent if no user was created. */
  readonly user?: StoredUser | undefined;
}

/** Signs people up, and keeps what comes of it. */
export interface SignupDesk {
  readonly users: Users;
  /** Never rejects. Signups run one after another and share the cache (C2). */
  readonly signUp: (attempt: SignupAttempt) => Promise<Answer>;
  /** The last 1,000 signups, the oldest first. */
  readonly signups: readonly SignupRecord[];
  /** The cache as the last signup left it. */
  readonly readCache: () => CacheEntries;
  /** Forgets users, cache and signups. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

const maxKept = 1_000;

/** How a desk works. */
interface SignupDeskOptions {
  /** Called with each signup that is done; without a run if no Action ran. */
  readonly onSignup?: ((record: SignupRecord, run: SignupRun | undefined) => void) | undefined;
  readonly data: Data;
  readonly limits: Limits;
}

/** Creates the desk of a tenant. */
export function createSignupDesk(
  tenant: Tenant,
  { onSignup = () => {}, data, limits }: SignupDeskOptions,
): SignupDesk {
  const users = createUsers(data);
  const signups: SignupRecord[] = [...(data.read('signup') as readonly SignupRecord[])];
  const stop = new AbortController();
  const runner = createRunner({ onRequired: tenant.addRequired });
  let [cache = []] = data.read('cache') as readonly CacheEntries[];
  let count = signups.at(-1)?.id ?? 0;
  let generation = 0;
  let last: Promise<unknown> = Promise.resolve();

  function record(entry: Omit<SignupRecord, 'id'>, done?: SignupRun, isKept = true): Answer {
    const whole = { id: count + 1, ...entry };
    if (isKept) data.write('signup', String(whole.id), whole);
    count += 1;
    signups.push(whole);
    const [oldest] = signups.length > maxKept ? signups.splice(0, 1) : [];
    if (oldest && isKept) data.write('signup', String(oldest.id), undefined);
    // Its own errors are the caller's: they must not change what came of the signup.
    queueMicrotask(() => onSignup(whole, done));
    return entry.response;
  }

  async function runOne(
    { event, password, channel }: SignupAttempt,
    reading: Promise<readonly LoadedAction[]>,
  ): Promise<Answer> {
    const login = { connection: event.connection.name, user: event.user };
    const reject = (rejection: Rejection): Answer =>
      record({
        event,
        channel: channel.name,
        status: 'rejected',
        reason: rejection.type === 'malformed' ? rejection.message : rejection.type,
        response: channel.rejected(rejection),
        log: [{ type: 'fs', description: rejection.type }],
      });
    const rules = password === undefined ? [] : checkPassword(password);
    if (rules.some(({ verified }) => !verified)) return reject({ type: 'weak-password', rules });
    const known = users.find(login);
    // Who logs in does not sign up.
    if (known) return channel.known?.(known) ?? reject({ type: 'user-exists' });
    const begun = generation;
    const actions = await reading;
    const run = await runner.run({ actions, event, cache, limits }, stop.signal);
    const { outcome, lateRefusal } = run;
    if (begun === generation) {
      ({ cache } = run);
      data.write('cache', '', cache);
    }
    // A refusal that came too late counts here: the server has not answered yet.
    if (outcome.status !== 'allowed' || lateRefusal !== undefined) {
      const decided = outcome.status === 'allowed' ? toLateFailure(outcome) : outcome;
      const response = channel.refused(decided);
      const log = toTenantLog(decided);
      const entry = { event, channel: channel.name, outcome: decided, response, log };
      return record({ ...entry, status: decided.status }, { actions, run });
    }
    const user =
      begun === generation ? users.add(login, outcome.user, event.connection.strategy) : undefined;
    if (!user) return reject({ type: 'user-exists' });
    try {
      const response = channel.created(user);
      const entry = { event, channel: channel.name, outcome, response };
      const log = toTenantLog(outcome);
      return record({ ...entry, status: 'allowed', log }, { actions, run, user });
    } catch (error) {
      // A signup that cannot be accounted for creates no user.
      users.remove(user.user_id);
      throw error;
    }
  }

  return {
    users,
    signups,
    readCache: () => cache,
    signUp(attempt) {
      // As they are now, not when its turn comes: signups that wait share what is read.
      const reading = tenant.read();
      reading.catch(() => {});
      const done = last
        .then(() => runOne(attempt, reading))
        .catch((error: unknown): Answer => {
          const message = error instanceof Error ? error.message : String(error);
          const response: Answer = {
            status: 500,
            body: { statusCode: 500, error: 'Internal Server Error', message },
          };
          const log = [{ type: 'fs', description: message }] as const;
          const entry = {
            event: attempt.event,
            channel: attempt.channel.name,
            status: 'error',
            reason: message,
            response,
            log,
          } as const;
          try {
            return record(entry);
          } catch {
            // That nothing can be written may be the reason.
            return record(entry, undefined, false);
          }
        });
      last = done;
      return done;
    },
    reset() {
      generation += 1;
      data.clear();
      users.clear();
      signups.length = 0;
      cache = [];
    },
    async close() {
      stop.abort(new Error('The server is closed.'));
      await last;
      await runner.close();
      data.close();
    },
  };
}

function toLateFailure(allowed: AllowedOutcome): Outcome {
  const { user: _, ...outcome } = allowed;
  const failure = toFailure('action_error', 'Error', 'An Action refused after it had settled.');
  return { ...outcome, status: 'failed', failure };
}
