import type { API, Event } from '@signup-actions/types';

declare const api: API;
declare const event: Event;
declare const message: Promise<string>;
declare const error: Error;

// a refusal without a message for the user
// error: Expected 2 arguments, but got 1
api.access.deny('disposable address');

// one argument too many
// error: Expected 2 arguments, but got 3
api.access.deny('reason', 'message', 403);

// an error as the reason
// error: Argument of type 'Error' is not assignable to parameter of type 'string'
api.access.deny(error, 'Please try again.');

// a promise as the message
// error: Argument of type 'Promise<string>' is not assignable to parameter of type 'string'
api.access.deny('reason', message);

// a message that can be absent
// error: Argument of type 'string | undefined' is not assignable to parameter of type 'string'
api.access.deny('reason', event.request.language);

// a validation error without a message
// error: Expected 2 arguments, but got 1
api.validation.error('invalid');

// a number as the error code
// error: Argument of type 'number' is not assignable to parameter of type 'string'
api.validation.error(400, 'Please check the form.');

// a number as the user id
// error: Argument of type 'number' is not assignable to parameter of type 'string'
api.user.setUserId(7);

// a misspelled method
// error: Property 'denied' does not exist on type 'AccessAPI
api.access.denied('reason', 'message');

// a method of the login trigger
// error: Property 'idToken' does not exist on type 'API'
api.idToken.setCustomClaim('plan', 'free');

// another method of the login trigger
// error: Property 'redirect' does not exist on type 'API'
api.redirect.sendUserTo('https://example.com');

// an assignment to a part of the api
// error: Cannot assign to 'access' because it is a read-only property
api.access = { deny: () => api };
