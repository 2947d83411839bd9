import type { API, Event } from '@signup-actions/types';

declare const api: API;
declare const event: Event;
interface Visit {
  readonly at: Date;
}
declare const visit: Visit;
declare const error: Error;

// one object in place of a key and a value
// error: Expected 2 arguments, but got 1
api.user.setUserMetadata({ plan: 'free' });

// no value
// error: Expected 2 arguments, but got 1
api.user.setUserMetadata('plan');

// undefined
// error: "undefined changes nothing: pass null to remove the property"
api.user.setUserMetadata('plan', undefined);

// a value that may be absent
// error: "undefined changes nothing: pass null to remove the property"
api.user.setUserMetadata('nickname', event.user.nickname);

// a property that is always undefined
// error: "undefined changes nothing: pass null to remove the property"
api.user.setUserMetadata('profile', { phone: undefined });

// undefined in a list
// error: "undefined changes nothing: pass null to remove the property"
api.user.setUserMetadata('names', ['Ada', event.user.nickname]);

// nothing, as the answer of a function
// error: "undefined changes nothing: pass null to remove the property"
api.user.setUserMetadata('plan', ((): void => {})());

// a date
// error: "JSON has no Date: store date.toISOString()"
api.user.setAppMetadata('since', new Date());

// a date, deep inside
// error: "JSON has no Date: store date.toISOString()"
api.user.setAppMetadata('visits', [{ at: { start: new Date() } }]);

// a date in a value that an interface types
// error: "JSON has no Date: store date.toISOString()"
api.user.setAppMetadata('visit', visit);

// a promise
// error: "a promise: await it first"
api.user.setAppMetadata('score', Promise.resolve(3));

// a map
// error: "JSON has no Map or Set: store Object.fromEntries(map) or [...set]"
api.user.setAppMetadata('flags', new Map([['beta', true]]));

// a set
// error: "JSON has no Map or Set: store Object.fromEntries(map) or [...set]"
api.user.setAppMetadata('flags', new Set(['beta']));

// a function
// error: "JSON has no functions: store what it returns"
api.user.setAppMetadata('score', () => 3);

// a class
// error: "JSON has no functions: store what it returns"
api.user.setAppMetadata('score', class {});

// a bigint
// error: "JSON has no bigint: store String(value)"
api.user.setAppMetadata('number', 3n);

// a symbol
// error: "JSON has no symbols: store a text"
api.user.setAppMetadata('symbol', Symbol('plan'));

// an error
// error: "JSON leaves an Error empty: store error.message"
api.user.setAppMetadata('error', error);

// the whole event
// error: "the whole event, with its secrets: store the properties that you need"
api.user.setAppMetadata('event', event);

// the whole event, deep inside
// error: "the whole event, with its secrets: store the properties that you need"
api.user.setAppMetadata('debug', { signup: { event } });

// a number as the key
// error: Argument of type 'number' is not assignable to parameter of type 'string'
api.user.setUserMetadata(1, 'one');

// an empty key
// error: "a key has at least one character"
api.user.setUserMetadata('', 'free');

// a path as the key
// error: "a key has no \".\" or \"$\": nest an object under one key"
api.user.setUserMetadata('address.city', 'Lisbon');

// a key that the platform keeps for itself
// error: "a name that the platform keeps for itself: choose another"
api.user.setAppMetadata('email_verified', true);
