import type { Limits } from '@signup-actions/runtime-core';
import type { CacheEntries, IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import { createSequence } from '../process/parent/create-sequence.ts';
import type { Answer, Rejection } from './channels/index.ts';
import { checkPassword } from './check-password.ts';
import type { Data } from './open-data.ts';
import { rejectSignup, settleSignup, type SignupAttempt } from './settle-signup.ts';
import type { SignupRecord } from './signup-record.ts';
import { createSignupList, type OnSignup } from './signup-list.ts';
import type { Tenant } from './tenant.ts';
import { createUsers, toLoginKeys, type Users } from './users.ts';

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
  /** Signups that are not responded to yet. */
  const open = new Set<Promise<Answer>>();
  /** How often everything was forgotten. */
  let generation = 0;
  /** The generation of the cache that the Actions have. */
  let given = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function begin(
    attempt: SignupAttempt,
    reading: Promise<readonly LoadedAction[]>,
  ): Promise<Begun> {
    const { event, password, channel } = attempt;
    const reject = (rejection: Rejection): Begun => ({
      answer: rejectSignup(attempt, rejection, signups),
    });
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
    const run = await running;
    const isForgotten = begun !== generation;
    if (!isForgotten) {
      ({ cache } = run);
      data.write('cache', '', cache);
    }
    return settleSignup(attempt, { actions, run, isForgotten }, { users, signups });
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
