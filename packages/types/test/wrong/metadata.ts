import type { API, Event } from '@signup-actions/types';

declare const api: API;
declare const event: Event;
interface Visit {
  readonly at: Date;
}
declare const visit: Visit;
declare const error: Error;

// one object instead of a key and a value
// error: Expected 2 arguments, but got 1
api.user.setUserMetadata({ plan: 'free' });

// a missing value
// error: Expected 2 arguments, but got 1
api.user.setUserMetadata('plan');

// undefined as the value
// error: "undefined changes nothing: pass null to remove the property"
api.user.setUserMetadata('plan', undefined);

// a value that may be absent
// error: "undefined changes nothing: pass null to remove the property"
api.user.setUserMetadata('nickname', event.user.nickname);

// a property that is always undefined
// error: "undefined changes nothing: pass null to remove the property"
api.user.setUserMetadata('profile', { phone: undefined });

// undefined in an array
// error: "undefined changes nothing: pass null to remove the property"
api.user.setUserMetadata('names', ['Ada', event.user.nickname]);

// the result of a function that returns nothing
// error: "undefined changes nothing: pass null to remove the property"
api.user.setUserMetadata('plan', ((): void => {})());

// a date
// error: "JSON has no Date: store date.toISOString()"
api.user.setAppMetadata('since', new Date());

// a nested date
// error: "JSON has no Date: store date.toISOString()"
api.user.setAppMetadata('visits', [{ at: { start: new Date() } }]);

// a date in a value that is typed by an interface
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
// error: "JSON has no symbols: store a string"
api.user.setAppMetadata('symbol', Symbol('plan'));

// an error
// error: "JSON turns an Error into {}: store error.message"
api.user.setAppMetadata('error', error);

// the whole event
// error: "the whole event, including its secrets: store only the properties that you need"
api.user.setAppMetadata('event', event);

// the whole event as a nested value
// error: "the whole event, including its secrets: store only the properties that you need"
api.user.setAppMetadata('debug', { signup: { event } });

// a number as the key
// error: Argument of type 'number' is not assignable to parameter of type 'string'
api.user.setUserMetadata(1, 'one');

// an empty key
// error: "a key must not be empty"
api.user.setUserMetadata('', 'free');

// a path as the key
// error: "a key must not contain \".\" or \"$\": nest an object under one key"
api.user.setUserMetadata('address.city', 'Lisbon');

// a reserved key
// error: "a reserved app_metadata key: choose another"
api.user.setAppMetadata('email_verified', true);
