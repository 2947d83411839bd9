import type {
  API,
  Event,
  PreUserRegistrationAction,
  PreUserRegistrationAPI,
  PreUserRegistrationModule,
  Shape,
} from '@signup-actions/types';

interface StoreSecrets {
  API_KEY: string;
}
interface Address {
  city: string;
  lines: string[];
}
interface Store {
  secrets: StoreSecrets;
  configuration: { threshold: number };
  userMetadata: { plan?: 'free' | 'pro'; seats: number; address?: Address; notes: string | null };
  appMetadata: { roles?: string[]; anything?: any };
  body: { 'ulp-company'?: string };
}

declare const event: Event;
declare const api: API;
declare const storeEvent: Event<Store>;
declare const storeApi: API<Store>;

// A declared part has the declared type.
export const key: string = storeEvent.secrets.API_KEY;
export const threshold: number = storeEvent.configuration.threshold;
export const plan: 'free' | 'pro' | undefined = storeEvent.user.user_metadata?.plan;
export const roles: string[] | undefined = storeEvent.user.app_metadata?.roles;
export const company: string | undefined = storeEvent.request.body['ulp-company'];
// An undeclared part stays open.
declare const secretsOnly: Event<{ secrets: StoreSecrets }>;
export const open: string = secretsOnly.user.user_metadata?.anything.at.all;

// The setters check key and value; `null` is accepted if the property is optional or declared nullable.
storeApi.user
  .setUserMetadata('plan', 'pro')
  .user.setUserMetadata('plan', null)
  .user.setUserMetadata('seats', 3)
  .user.setUserMetadata('address', { city: 'Lisbon', lines: ['Rua 1'] })
  .user.setUserMetadata('notes', null)
  .user.setAppMetadata('roles', ['admin'])
  .user.setAppMetadata('anything', { deep: [1] });

// An index signature is a declared shape too.
declare const strings: API<{ userMetadata: { [name: string]: string } }>;
strings.user.setUserMetadata('any name', 'a string').user.setUserMetadata('any name', null);

// An event is assignable to an event with fewer declared parts.
export const plain: Event = storeEvent;
export const withKey: Event<{ secrets: { API_KEY: string } }> = storeEvent;

// Handlers and apis are assignable in both directions.
declare const handler: PreUserRegistrationAction;
declare const storeHandler: PreUserRegistrationAction<Store>;
export const handlers: PreUserRegistrationAction[] = [handler, storeHandler];
export const storeHandlers: PreUserRegistrationAction<Store>[] = [handler, storeHandler];
export const apis: PreUserRegistrationAPI[] = [api, storeApi];
export const storeApis: PreUserRegistrationAPI<Store>[] = [api, storeApi];
export const module: PreUserRegistrationModule = { onExecutePreUserRegistration: storeHandler };

// A handler that types its parameters by hand, each with a shape of its own.
export const byHand: PreUserRegistrationAction = async (
  own: Event<{ secrets: { TOKEN: string } }>,
  { user }: API<Store>,
) => {
  user.setUserMetadata('seats', own.secrets.TOKEN.length);
};

// A function for any shape.
export const readPlan = <S extends Shape>(any: Event<S>): unknown => any.user.user_metadata;
readPlan(event);
readPlan(storeEvent);
