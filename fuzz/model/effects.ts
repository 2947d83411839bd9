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

const isText = (value: unknown): value is string => typeof value === 'string';

const setMetadata =
  (kind: 'app' | 'user'): Effect =>
  (state, [key, value], { note }) => {
    demand(isMetadataKey(key, kind));
    const { json, note: code } = takeValue(value);
    if (json !== undefined) {
      const after = new Map(state[kind]).set(key, json);
      demand(metadataBytes(after) <= state.limits.maxMetadataBytes);
      state[kind].set(key, json);
    }
    if (code) note(code);
    if (['email', 'sms'].includes(state.strategy)) note('metadata-on-passwordless');
  };

/** What each method of the api does when it is called in time. */
export const effects: Readonly<Record<MethodPath, Effect>> = {
  'access.deny': (state, [reason, userMessage], { action, note }) => {
    const texts = [toText(reason), toText(userMessage)] as const;
    state.refusals.push({ type: 'deny', texts, action });
    if (!isText(reason) || !isText(userMessage) || userMessage === '') note('deny-argument');
  },
  'validation.error': (state, [code, message], { action }) => {
    demand(isText(code) && isText(message));
    const longest = Math.max(...[code, message].map((text) => Array.from(text).length));
    demand(longest <= state.limits.maxValidationCodePoints);
    state.refusals.push({ type: 'validation', texts: [code, message], action });
  },
  'user.setAppMetadata': setMetadata('app'),
  'user.setUserMetadata': setMetadata('user'),
  'user.setUserId': (state, [id], { note }) => {
    demand(isText(id) && /^[a-zA-Z0-9@._+-]+$/.test(id));
    demand(id.length <= state.limits.maxUserIdCharacters);
    state.userId = id;
    if (state.strategy !== 'auth0') note('user-id-on-non-database');
  },
  'cache.get': (state, [key], { now }) => {
    demand(isText(key));
    return getRecord(state.records, key, now);
  },
  'cache.set': (state, [key, value, options], { now }) => {
    demand(isText(key) && isText(value));
    return setRecord(state, [key, value, options as object | undefined], now);
  },
  'cache.delete': (state, [key], { now }) => {
    demand(isText(key));
    return deleteRecord(state, key, now);
  },
};
