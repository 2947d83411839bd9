import type { IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import type { Answer } from './channels/index.ts';
import type { Data } from './open-data.ts';
import type { SignupRecord } from './signup-record.ts';
import type { StoredUser } from './users.ts';

/** What is known of a signup beside its record, as long as the server runs. */
export interface SignupRun {
  readonly actions: readonly LoadedAction[];
  readonly run: IsolatedRun;
  /** Absent if no user was created. */
  readonly user?: StoredUser | undefined;
}

/** Called with each signup that is done; without a run if no Action ran. */
export type OnSignup = (record: SignupRecord, run: SignupRun | undefined) => void;

/** The signups that are done. */
export interface SignupList {
  /** The last 1,000, the oldest first. */
  readonly all: readonly SignupRecord[];
  /**
   * Adds a signup, and returns its response. What `write` writes is kept together with it. Throws if that cannot be written;
   * then nothing of it is kept.
   */
  readonly add: (entry: Omit<SignupRecord, 'id'>, run?: SignupRun, write?: () => void) => Answer;
  /** Adds a signup that has failed for no Action's fault. Never throws. */
  readonly addError: (entry: Pick<SignupRecord, 'channel' | 'event'>, error: unknown) => Answer;
  readonly clear: () => void;
}

const maxKept = 1_000;

/** Creates the list of the signups in `data`. */
export function createSignupList(data: Data, onSignup: OnSignup): SignupList {
  const all: SignupRecord[] = [...(data.read('signup') as readonly SignupRecord[])];
  let count = all.at(-1)?.id ?? 0;

  const toRecord = (entry: Omit<SignupRecord, 'id'>): SignupRecord => ({ id: count + 1, ...entry });
  function hold(record: SignupRecord, run?: SignupRun): Answer {
    count += 1;
    all.push(record);
    if (all.length > maxKept) all.shift();
    // Its own errors are the caller's: they must not change what came of the signup.
    queueMicrotask(() => onSignup(record, run));
    return record.response;
  }
  function add(
    entry: Omit<SignupRecord, 'id'>,
    run?: SignupRun,
    write: () => void = () => {},
  ): Answer {
    const record = toRecord(entry);
    data.together(() => {
      write();
      data.write('signup', String(record.id), record);
      const [oldest] = all.length >= maxKept ? all : [];
      if (oldest) data.write('signup', String(oldest.id), undefined);
    });
    return hold(record, run);
  }

  return {
    all,
    add,
    addError({ channel, event }, error) {
      const reason = error instanceof Error ? error.message : String(error);
      const body = { statusCode: 500, error: 'Internal Server Error', message: reason };
      const response: Answer = { status: 500, body };
      const log = [{ type: 'fs', description: reason }] as const;
      const entry = { event, channel, status: 'error', reason, response, log } as const;
      try {
        return add(entry);
      } catch {
        // That nothing can be written may be the reason.
        return hold(toRecord(entry));
      }
    },
    clear: () => void all.splice(0),
  };
}
