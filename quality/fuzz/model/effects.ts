import type { MethodPath } from '@signup-actions/types';
import { deleteRecord, getRecord, setRecord } from './cache.ts';
import { isMetadataKey, setProperty } from './metadata.ts';
import type { FlowState } from './state.ts';
import { takeValue } from './take-value.ts';
import { toText } from './to-text.ts';

/** A string that the api takes; throws if the api throws. */
function take(value: unknown, isRight: (text: string) => boolean = () => true): string {
  if (typeof value === 'string' && isRight(value)) return value;
  throw new Error('The api throws here.');
}

type Effects = Readonly<Record<MethodPath, (...args: readonly unknown[]) => unknown>>;

/** The effect and the result of each api method when an Action calls it in time. */
export function effectsOf(state: FlowState, action: string, now: number, notes: string[]): Effects {
  const { limits, refusals, strategy } = state;
  const setMetadata = (kind: 'app' | 'user') => (key: unknown, value: unknown) => {
    const name = take(key, (text) => isMetadataKey(text, kind));
    const { json, note } = takeValue(value);
    if (json !== undefined)
      state[kind] = setProperty(state[kind], name, json, limits.maxMetadataBytes);
    if (note !== undefined) notes.push(note);
    if (['email', 'sms'].includes(strategy)) notes.push('metadata-on-passwordless');
  };
  const isShort = (text: string) => Array.from(text).length <= limits.maxValidationCodePoints;
  const isUserId = (text: string) =>
    /^[a-zA-Z0-9@._+-]+$/.test(text) && text.length <= limits.maxUserIdCharacters;
  return {
    'access.deny': (reason, userMessage) => {
      refusals.push({ status: 'denied', texts: [toText(reason), toText(userMessage)], action });
      const areTexts = typeof reason === 'string' && typeof userMessage === 'string';
      if (!areTexts || userMessage === '') notes.push('deny-argument');
    },
    'validation.error': (code, message) => {
      const texts: [string, string] = [take(code, isShort), take(message, isShort)];
      refusals.push({ status: 'invalid', texts, action });
    },
    'user.setAppMetadata': setMetadata('app'),
    'user.setUserMetadata': setMetadata('user'),
    'user.setUserId': (id) => {
      state.userId = take(id, isUserId);
      if (strategy !== 'auth0') notes.push('user-id-on-non-database');
    },
    'cache.get': (key) => getRecord(state.records, take(key), now, notes),
    'cache.set': (key, value, lifetime) =>
      setRecord(state, take(key), take(value), now, lifetime as object | undefined),
    'cache.delete': (key) => deleteRecord(state, take(key), now),
  };
}
