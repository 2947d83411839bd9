import type { MethodPath } from '@signup-actions/types';
import { deleteRecord, getRecord, setRecord } from './cache.ts';
import { isMetadataKey, metadataBytes } from './metadata.ts';
import type { FlowState } from './state.ts';
import { takeValue } from './take-value.ts';
import { toText } from './to-text.ts';

/** Who calls, when, and what is noticed. */
interface Caller {
  readonly action: string;
  readonly now: number;
  readonly note: (code: string) => void;
}

/** What a call of one method does and answers; throws where the api throws. */
type Effect = (state: FlowState, args: readonly unknown[], caller: Caller) => unknown;

function demand(condition: boolean): asserts condition {
  if (!condition) throw new Error('The api throws here.');
}

const isText = (value: unknown): value is string => typeof value === 'string';

const setMetadata =
  (kind: 'app' | 'user'): Effect =>
  (state, [key, value], { note }) => {
    demand(isMetadataKey(key, kind));
    const { json, note: code } = takeValue(value);
    const after = new Map(state[kind]);
    if (json !== undefined) after.set(key, json);
    demand(json === undefined || metadataBytes(after) <= state.limits.maxMetadataBytes);
    state[kind] = after;
    if (code) note(code);
    if (['email', 'sms'].includes(state.strategy)) note('metadata-on-passwordless');
  };

/** What each method of the api does when it is called in time. */
export const effects: Readonly<Record<MethodPath, Effect>> = {
  'access.deny': ({ refusals }, [reason, userMessage], { action, note }) => {
    refusals.push({ type: 'deny', texts: [toText(reason), toText(userMessage)], action });
    if (!isText(reason) || !isText(userMessage) || userMessage === '') note('deny-argument');
  },
  'validation.error': ({ refusals, limits }, [code, message], { action }) => {
    demand(isText(code) && Array.from(code).length <= limits.maxValidationCodePoints);
    demand(isText(message) && Array.from(message).length <= limits.maxValidationCodePoints);
    refusals.push({ type: 'validation', texts: [code, message], action });
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
    return getRecord(state, key, now);
  },
  'cache.set': (state, [key, value, lifetime], { now }) => {
    demand(isText(key) && isText(value));
    return setRecord(state, [key, value, lifetime as object | undefined], now);
  },
  'cache.delete': (state, [key], { now }) => {
    demand(isText(key));
    return deleteRecord(state, key, now);
  },
};
