import type { API } from '@signup-actions/types';

declare const api: API;

// the record used as its text
// error: Type 'CacheRecord' is not assignable to type 'string'
export const text: string = api.cache.get('key') ?? '';

// a record that may be absent
// error: Object is possibly 'undefined'
api.cache.get('key').value;

// an answer that is waited for
// error: Property 'then' does not exist on type 'CacheRecord'
api.cache.get('key')?.then(() => 1);

// a number as the value
// error: Argument of type 'number' is not assignable to parameter of type 'string'
api.cache.set('key', 1);

// an object as the value
// error: Argument of type '{ count: number; }' is not assignable to parameter of type 'string'
api.cache.set('key', { count: 1 });

// both ways to say how long
// error: is not assignable to
api.cache.set('key', 'value', { ttl: 1000, expires_at: 1 });

// a lifetime by another name
// error: 'expiresAt' does not exist in type
api.cache.set('key', 'value', { expiresAt: 1 });

// a date as the end
// error: Type 'Date' is not assignable to type 'number'
api.cache.set('key', 'value', { expires_at: new Date() });

// the record of a result that may be an error
// error: Property 'record' does not exist on type 'CacheError'
api.cache.set('key', 'value').record;

// the code of a result that may be a success
// error: Property 'code' does not exist on type 'CacheDeleteSuccess'
api.cache.delete('key').code;

// a code that does not exist
// error: This comparison appears to be unintentional
export const isFull = asError(api.cache.delete('key')).code === 'CacheFull';

// chaining on a method of the cache
// error: Property 'user' does not exist on type 'CacheDeleteResult'
api.cache.delete('key').user.setUserId('ada');

declare function asError<Result>(result: Result): Extract<Result, { type: 'error' }>;
