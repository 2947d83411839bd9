import type { Event } from '@signup-actions/types';

declare const event: Event;

// a misspelled property of the event
// error: Property 'reqest' does not exist on type 'Event<Shape>'. Did you mean 'request'?
event.reqest.ip;

// a user id before the user exists
// error: Property 'user_id' does not exist on type 'EventUser<Shape>'
event.user.user_id;

// a verified email address
// error: Property 'email_verified' does not exist on type 'EventUser<Shape>'
event.user.email_verified;

// the password
// error: Property 'password' does not exist on type 'EventUser<Shape>'
event.user.password;

// the query of the request, which this trigger does not have
// error: Property 'query' does not exist on type 'EventRequest<Shape>'
event.request.query.role;

// the autonomous system, which this trigger does not have
// error: Property 'asn' does not exist on type 'EventRequest<Shape>'
event.request.asn;

// the organization, which this trigger does not have
// error: Property 'organization' does not exist on type 'Event<Shape>'
event.organization?.name;

// the body as a property of the event
// error: Property 'body' does not exist on type 'Event<Shape>'
event.body;

// the authorization, which this trigger does not have
// error: Property 'authorization' does not exist on type 'Event<Shape>'
event.authorization?.roles;

// statistics, which this trigger does not have
// error: Property 'stats' does not exist on type 'Event<Shape>'
event.stats.logins_count;

// the authentication methods, which this trigger does not have
// error: Property 'methods' does not exist on type 'EventAuthentication'
event.authentication?.methods;

// a misspelled property of the location
// error: Property 'country_code' does not exist on type 'GeoIp'. Did you mean 'countryCode'?
event.request.geoip.country_code;

// a misspelled property of the transaction
// error: Property 'ui_locale' does not exist on type 'EventTransaction'. Did you mean 'ui_locales'?
event.transaction?.ui_locale;

// an email address that can be absent
// error: 'event.user.email' is possibly 'undefined'
event.user.email.split('@');

// an application that can be absent
// error: 'event.client' is possibly 'undefined'
event.client.client_id;

// a transaction, which is absent if the signup came from the API
// error: 'event.transaction' is possibly 'undefined'
event.transaction.locale;

// metadata that can be absent
// error: 'event.user.user_metadata' is possibly 'undefined'
event.user.user_metadata.plan;

// a fingerprint that can be null
// error: 'event.security_context.ja3' is possibly 'null' or 'undefined'
event.security_context?.ja3.length;

// an unknown value of a closed set of strings
// error: This comparison appears to be unintentional
export const isFormPost = event.transaction?.response_mode === 'post';
