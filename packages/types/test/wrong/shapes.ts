import type { API, Event, PreUserRegistrationAction, Shape } from '@signup-actions/types';

interface Store {
  secrets: { API_KEY: string };
  userMetadata: { plan?: 'free' | 'pro'; seats: number };
  body: { 'ulp-company'?: string };
}
declare const event: Event;
declare const storeEvent: Event<Store>;
declare const storeApi: API<Store>;
declare const handler: PreUserRegistrationAction<Store>;

// an event without the declared secret
// error: is not assignable to
export const assumed: Event<{ secrets: { API_KEY: string } }> = event;

// a test that calls a handler without its secret
// error: Argument of type 'Event<Shape>' is not assignable to parameter of type 'Event<Store>'
void handler(event, storeApi);

// a new event without the declared secret
// error: Property 'API_KEY' is missing in type '{}'
export const written: Event<Store>['secrets'] = {};

// an event with the secret of another shape
// error: is not assignable to
export const other: Event<{ secrets: { TOKEN: string } }> = storeEvent;

// a misspelled secret
// error: Property 'API_KEYS' does not exist on type 'Readonly<{ API_KEY: string; }>'
storeEvent.secrets.API_KEYS;

// an undeclared property
// error: Property 'plans' does not exist on type
storeEvent.user.user_metadata?.plans;

// an undeclared field
// error: Property 'ulp-firm' does not exist on type
storeEvent.request.body['ulp-firm'];

// a misspelled key
// error: Argument of type '"plans"' is not assignable to parameter of type
storeApi.user.setUserMetadata('plans', 'free');

// an undeclared value
// error: Argument of type '"gold"' is not assignable to parameter of type '"free" | "pro" | null'
storeApi.user.setUserMetadata('plan', 'gold');

// a value of the wrong type
// error: Argument of type 'string' is not assignable to parameter of type 'number'
storeApi.user.setUserMetadata('seats', '3');

// the removal of a required property
// error: Argument of type 'null' is not assignable to parameter of type 'number'
storeApi.user.setUserMetadata('seats', null);

// undefined for an optional property
// error: Argument of type 'undefined' is not assignable to parameter of type
storeApi.user.setUserMetadata('plan', undefined);

// a misspelled part of a shape
// error: has no properties in common with type 'Shape'
export type Misspelt = Event<{ secret: { API_KEY: string } }>;

// a string instead of a declared part
// error: Type 'string' is not assignable to type 'object'
export const shape: Shape = { secrets: 'API_KEY' };
