import type { MethodPath } from '@signup-actions/types';
import { deleteRecord, getRecord, setRecord } from './cache.ts';
import { isMetadataKey, metadataBytes } from './metadata.ts';
import type { Effect } from './state.ts';
import { takeValue } from './take-value.ts';
import { toText } from './to-text.ts';

/** Throws unless a condition holds. */
function demand(condition: boolean): asserts condition {
  if (!condition) throw new Error('The api throws here.');
}

const setMetadata =
  (kind: 'app' | 'user'): Effect =>
  (state, [key, value], { note }) => {
    demand(isMetadataKey(key, kind));
    const taken = takeValue(value);
    if (taken.json !== undefined) {
      const after = new Map(state[kind]).set(key, taken.json);
      demand(metadataBytes(after) <= state.limits.maxMetadataBytes);
      state[kind].set(key, taken.json);
    }
    if (taken.note) note(taken.note);
    if (state.passwordless) note('metadata-on-passwordless');
  };

/** What each method of the api does when it is called in time. */
export const effects: Readonly<Record<MethodPath, Effect>> = {
  'access.deny': (state, [reason, userMessage], { action, note }) => {
    const texts = [toText(reason), toText(userMessage)] as const;
    state.refusals.push({ type: 'deny', texts, action });
    if (typeof reason !== 'string' || typeof userMessage !== 'string') note('argument');
  },
  'validation.error': (state, texts, { action }) => {
    const [code, message] = texts;
    const max = state.limits.maxValidationCodePoints;
    const fits = (text: unknown): text is string =>
      typeof text === 'string' && Array.from(text).length <= max;
    if (!fits(code) || !fits(message)) state.refusalRejected = true;
    demand(fits(code) && fits(message));
    state.refusals.push({ type: 'validation', texts: [code, message], action });
  },
  'user.setAppMetadata': setMetadata('app'),
  'user.setUserMetadata': setMetadata('user'),
  'user.setUserId': (state, [id], { note }) => {
    demand(typeof id === 'string' && /^[a-zA-Z0-9@._+-]+$/.test(id));
    demand(id.length <= state.limits.maxUserIdCharacters);
    state.userId = id;
    if (!state.database) note('user-id-on-non-database');
  },
  'cache.get': ({ records }, [key], { now }) => {
    demand(typeof key === 'string');
    return getRecord(records, key, now);
  },
  'cache.set': ({ records, limits }, [key, value, options], { now }) => {
    demand(typeof key === 'string' && typeof value === 'string');
    return setRecord(records, [key, value, options as object | undefined], now, limits);
  },
  'cache.delete': ({ records }, [key], { now }) => {
    demand(typeof key === 'string');
    return deleteRecord(records, key, now);
  },
};
