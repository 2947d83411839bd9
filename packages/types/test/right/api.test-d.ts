import type {
  API,
  CacheErrorCode,
  CacheRecord,
  CacheSetOptions,
  Event,
  PreUserRegistrationAction,
  PreUserRegistrationAPI,
} from '@signup-actions/types';

declare const api: PreUserRegistrationAPI;
declare const event: Event;

// All methods except those of the cache chain, and the short name is the same type.
export const root: API = api.access
  .deny('reason', 'message')
  .validation.error('code', 'message')
  .user.setUserId('ada')
  .user.setAppMetadata('source', 'signup')
  .user.setUserMetadata('plan', 'free');

// The cache is synchronous, and `type` tells its results apart.
const record: CacheRecord | undefined = api.cache.get('attempts');
export const attempts = Number(record?.value ?? 0);
export const expiry: number | undefined = record?.expires_at;
const written = api.cache.set('attempts', '1', { ttl: 60_000 });
export const stored: CacheRecord | CacheErrorCode =
  written.type === 'success' ? written.record : written.code;
const removed = api.cache.delete('attempts');
export const failure: CacheErrorCode | undefined =
  removed.type === 'error' ? removed.code : undefined;
api.cache.set('attempts', '1');
api.cache.set('attempts', '1', {});
api.cache.set('attempts', '1', { expires_at: Date.now() + 1000 });
export const options: CacheSetOptions[] = [{ ttl: 1 }, { expires_at: 1 }, {}];

// Handlers as users write them.
export const returning: PreUserRegistrationAction = async ({ user }, { access }) => {
  if (!user.email) return access.deny('no address', 'Please give an e-mail address.');
};
export const doingNothing: PreUserRegistrationAction = async () => {};
export const notAsync: PreUserRegistrationAction = () => Promise.resolve();
export const arrow: PreUserRegistrationAction = async (_event, { user }) =>
  user.setAppMetadata('country', event.request.geoip.countryCode ?? null);

// A setter that is chosen at run time, and setters in a loop.
declare const kind: 'setAppMetadata' | 'setUserMetadata';
api.user[kind]('source', 'signup');
for (const name of ['first_name', 'last_name'] as const) {
  api.user.setUserMetadata(name, event.request.body[name]);
}
for (const [name, value] of Object.entries(event.request.body))
  api.user.setUserMetadata(name, value);
