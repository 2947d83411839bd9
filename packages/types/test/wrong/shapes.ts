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

// an event that lacks the declared secret
// error: is not assignable to
export const assumed: Event<{ secrets: { API_KEY: string } }> = event;

// a test that calls a handler without the secret that it needs
// error: Argument of type 'Event<Shape>' is not assignable to parameter of type 'Event<Store>'
void handler(event, storeApi);

// an event written down without the declared secret
// error: Property 'API_KEY' is missing in type '{}'
export const written: Event<Store>['secrets'] = {};

// another shape's secret
// error: is not assignable to
export const other: Event<{ secrets: { TOKEN: string } }> = storeEvent;

// a misspelt secret
// error: Property 'API_KEYS' does not exist on type 'Readonly<{ API_KEY: string; }>'
storeEvent.secrets.API_KEYS;

// a property that is not declared
// error: Property 'plans' does not exist on type
storeEvent.user.user_metadata?.plans;

// a field that is not declared
// error: Property 'ulp-firm' does not exist on type
storeEvent.request.body['ulp-firm'];

// a misspelt key
// error: Argument of type '"plans"' is not assignable to parameter of type
storeApi.user.setUserMetadata('plans', 'free');

// a value that is not declared
// error: Argument of type '"gold"' is not assignable to parameter of type '"free" | "pro" | null'
storeApi.user.setUserMetadata('plan', 'gold');

// a value of the wrong type
// error: Argument of type 'string' is not assignable to parameter of type 'number'
storeApi.user.setUserMetadata('seats', '3');

// the removal of a property that is always there
// error: Argument of type 'null' is not assignable to parameter of type 'number'
storeApi.user.setUserMetadata('seats', null);

// undefined for a property that may be absent
// error: Argument of type 'undefined' is not assignable to parameter of type
storeApi.user.setUserMetadata('plan', undefined);

// a part that shapes do not have
// error: has no properties in common with type 'Shape'
export type Misspelt = Event<{ secret: { API_KEY: string } }>;

// a text in place of a shape
// error: Type 'string' is not assignable to type 'object'
export const shape: Shape = { secrets: 'API_KEY' };
