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
import { createSequence } from '../process/parent/create-sequence.ts';
import type { Answer, Channel, Rejection } from './channels/index.ts';
import { checkPassword } from './check-password.ts';
import type { Data } from './open-data.ts';
import type { SignupRecord } from './signup-record.ts';
import { createSignupList, type OnSignup } from './signup-list.ts';
import type { Tenant } from './tenant.ts';
import { createUsers, toLoginKeys, type Users } from './users.ts';

/** A signup with what the server needs besides the event. */
interface SignupAttempt {
  readonly event: SignupEvent;
  readonly password: string | undefined;
  readonly channel: Channel;
}

/** Signs people up, and keeps what comes of it. */
export interface SignupDesk {
  readonly users: Users;
  /** Never rejects. The Actions of one signup after another run, and share the cache (C2). */
  readonly signUp: (attempt: SignupAttempt) => Promise<Answer>;
  /** The last 1,000 signups, the oldest first. */
  readonly signups: readonly SignupRecord[];
  /** The cache as the last signup left it. */
  readonly readCache: () => CacheEntries;
  /** Forgets users, cache and signups. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

/** How a desk works. */
interface SignupDeskOptions {
  readonly onSignup?: OnSignup | undefined;
  readonly data: Data;
  readonly limits: Limits;
}

/** A signup whose turn has come: another one can begin. */
interface Begun {
  readonly answer: Answer | Promise<Answer>;
}

/** Creates the desk of a tenant. */
export function createSignupDesk(
  tenant: Tenant,
  { onSignup = () => {}, data, limits }: SignupDeskOptions,
): SignupDesk {
  const users = createUsers(data);
  const signups = createSignupList(data, onSignup);
  const stop = new AbortController();
  let [cache = []] = data.read('cache') as readonly CacheEntries[];
  const sequence = createSequence({ cache, onRequired: tenant.addRequired, stop: stop.signal });
  /** Signups whose Actions run, by what their users will have for themselves. */
  const underWay = new Map<string, Promise<unknown>>();
  const open = new Set<Promise<Answer>>();
  let generation = 0;
  /** The generation of the cache that the Actions have. */
  let given = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function begin(
    attempt: SignupAttempt,
    reading: Promise<readonly LoadedAction[]>,
  ): Promise<Begun> {
    const { event, password, channel } = attempt;
    const reject = (rejection: Rejection): Begun => ({ answer: addRejection(attempt, rejection) });
    const rules = password === undefined ? [] : checkPassword(password);
    if (rules.some(({ verified }) => !verified)) return reject({ type: 'weak-password', rules });
    const login = { connection: event.connection.name, user: event.user };
    const keys = toLoginKeys(login);
    // What comes of the one before decides whether there is such a user.
    await Promise.allSettled(keys.flatMap((key) => underWay.get(key) ?? []));
    const known = users.find(login);
    // Who logs in does not sign up.
    if (known) {
      const answer = channel.known?.(known);
      return answer ? { answer } : reject({ type: 'user-exists' });
    }
    const actions = await reading;
    const isReset = given !== generation;
    given = generation;
    const run = sequence.run({ actions, event, limits, ...(isReset && { cache: [] }) });
    const answer = finish(attempt, actions, run);
    for (const key of keys) underWay.set(key, answer);
    const remove = (): void => keys.forEach((key) => underWay.delete(key));
    void answer.then(remove, remove);
    return { answer };
  }

  async function finish(
    attempt: SignupAttempt,
    actions: readonly LoadedAction[],
    running: Promise<IsolatedRun>,
  ): Promise<Answer> {
    const begun = generation;
    const { event, channel } = attempt;
    const run = await running;
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
      return signups.add({ ...entry, status: decided.status }, { actions, run });
    }
    const login = { connection: event.connection.name, user: event.user };
    const user =
      begun === generation ? users.add(login, outcome.user, event.connection.strategy) : undefined;
    if (!user) return addRejection(attempt, { type: 'user-exists' });
    try {
      const response = channel.created(user);
      const entry = { event, channel: channel.name, outcome, response };
      const log = toTenantLog(outcome);
      return signups.add({ ...entry, status: 'allowed', log }, { actions, run, user });
    } catch (error) {
      // A signup that cannot be accounted for creates no user.
      users.remove(user.user_id);
      throw error;
    }
  }

  async function respond(attempt: SignupAttempt): Promise<Answer> {
    // As they are now, not when its turn comes: signups that wait share what is read.
    const reading = tenant.read();
    reading.catch(() => {});
    const begun = last.then(() => begin(attempt, reading));
    last = begun.catch(() => {});
    try {
      const { answer } = await begun;
      return await answer;
    } catch (error) {
      const { event, channel } = attempt;
      return signups.addError({ event, channel: channel.name }, error);
    }
  }

  const addRejection = ({ event, channel }: SignupAttempt, rejection: Rejection): Answer =>
    signups.add({
      event,
      channel: channel.name,
      status: 'rejected',
      reason: rejection.type === 'malformed' ? rejection.message : rejection.type,
      response: channel.rejected(rejection),
      log: [{ type: 'fs', description: rejection.type }],
    });

  return {
    users,
    signups: signups.all,
    readCache: () => cache,
    signUp(attempt) {
      const answer = respond(attempt);
      open.add(answer);
      void answer.then(() => open.delete(answer));
      return answer;
    },
    reset() {
      generation += 1;
      data.clear();
      users.clear();
      signups.clear();
      cache = [];
    },
    async close() {
      stop.abort(new Error('The server is closed.'));
      await Promise.all(open);
      await sequence.close();
      data.close();
    },
  };
}

function toLateFailure(allowed: AllowedOutcome): Outcome {
  const { user: _, ...outcome } = allowed;
  const failure = toFailure('action_error', 'Error', 'An Action refused after it had settled.');
  return { ...outcome, status: 'failed', failure };
}
