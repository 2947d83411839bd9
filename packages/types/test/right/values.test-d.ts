import type { API, Event, JsonObject, JsonValue, Storable } from '@signup-actions/types';

declare const api: API;
declare const event: Event;

interface Profile {
  name: string;
  nickname?: string;
  readonly tags: readonly string[];
  parent?: Profile;
  scores: [number, number];
}
interface Contact {
  name: string;
  message: string;
}
type Alias = { name: string; nickname?: string | undefined };
enum Plan {
  Free = 'free',
  Pro = 'pro',
}
declare const profile: Profile;
declare const alias: Alias;
declare const anything: any;
declare const whatever: unknown;
declare const json: JsonValue;
declare const jsonObject: JsonObject;
declare const contact: Contact;
declare const record: Record<string, unknown>;
declare const branded: string & { readonly brand: 'id' };

// Values that JSON can hold are accepted, however they are typed.
api.user.setUserMetadata('a', 'text').user.setUserMetadata('a', 3).user.setUserMetadata('a', true);
api.user.setUserMetadata('a', null);
api.user.setUserMetadata('a', [1, 'two', { three: [null] }]);
api.user.setUserMetadata('a', { one: 1, two: { three: ['four'] } });
api.user.setUserMetadata('a', {});
api.user.setUserMetadata('a', profile);
api.user.setUserMetadata('a', [profile]);
api.user.setUserMetadata('a', { profile, alias });
api.user.setUserMetadata('a', alias);
api.user.setUserMetadata('a', Plan.Pro);
api.user.setUserMetadata('a', branded);
api.user.setUserMetadata('a', json);
api.user.setUserMetadata('a', jsonObject);
api.user.setUserMetadata('a', contact);
// `any` and `unknown` are accepted unchecked, at every depth.
api.user.setUserMetadata('a', anything);
api.user.setUserMetadata('a', whatever);
api.user.setUserMetadata('a', { anything, whatever, list: [anything, whatever] });
api.user.setUserMetadata('a', record);
// A property can be undefined, because JSON drops it.
api.user.setUserMetadata('a', { email: event.user.email, geoip: event.request.geoip });
api.user.setUserMetadata('a', event.user.nickname ?? null);
api.user.setUserMetadata('a', { ...event.user.user_metadata, seen: true });
api.user.setUserMetadata('a', event.user.user_metadata ?? null);
api.user.setUserMetadata('a', Date.now()).user.setUserMetadata('a', new Date().toISOString());

// A value of type `Storable` is accepted.
const storable: Storable<Profile> = profile;
api.user.setAppMetadata('a', storable);
