import type { API } from '@signup-actions/types';

declare const api: API;

// a record that is used as its string
// error: Type 'CacheRecord' is not assignable to type 'string'
export const text: string = api.cache.get('key') ?? '';

// a record that can be absent
// error: Object is possibly 'undefined'
api.cache.get('key').value;

// a result that is treated as a promise
// error: Property 'then' does not exist on type 'CacheRecord'
api.cache.get('key')?.then(() => 1);

// a number as the value
// error: Argument of type 'number' is not assignable to parameter of type 'string'
api.cache.set('key', 1);

// an object as the value
// error: Argument of type '{ count: number; }' is not assignable to parameter of type 'string'
api.cache.set('key', { count: 1 });

// both lifetimes at once
// error: is not assignable to
api.cache.set('key', 'value', { ttl: 1000, expires_at: 1 });

// a misspelled lifetime
// error: 'expiresAt' does not exist in type
api.cache.set('key', 'value', { expiresAt: 1 });

// a date as the lifetime
// error: Type 'Date' is not assignable to type 'number'
api.cache.set('key', 'value', { expires_at: new Date() });

// the record of a result that can be an error
// error: Property 'record' does not exist on type 'CacheError'
api.cache.set('key', 'value').record;

// the code of a result that can be a success
// error: Property 'code' does not exist on type 'CacheDeleteSuccess'
api.cache.delete('key').code;

// a code that does not exist
// error: This comparison appears to be unintentional
export const isFull = asError(api.cache.delete('key')).code === 'CacheFull';

// a call that is chained to a cache method
// error: Property 'user' does not exist on type 'CacheDeleteResult'
api.cache.delete('key').user.setUserId('ada');

declare function asError<Result>(result: Result): Extract<Result, { type: 'error' }>;
