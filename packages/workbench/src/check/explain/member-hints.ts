import type { PreUserRegistrationAPI } from '@signup-actions/types';
import { eventShape, type FieldKinds } from '@signup-actions/runtime-core/internal';
import { findNearName, toPlain } from '../../near-name.ts';

const methods = {
  access: ['deny'],
  cache: ['get', 'set', 'delete'],
  user: ['setAppMetadata', 'setUserMetadata', 'setUserId'],
  validation: ['error'],
} as const satisfies {
  [Group in keyof PreUserRegistrationAPI]: readonly (keyof PreUserRegistrationAPI[Group])[];
};

const noUserYet = 'the user does not exist yet';
const otherTrigger = 'it belongs to other triggers, which run when a user logs in';

/** Fields that people look for and that this trigger does not have. */
const missingFields: Readonly<Record<string, string>> = {
  authorization: otherTrigger,
  created_at: noUserYet,
  email_verified: 'nothing is verified before the user exists',
  'event.client.id': 'write client_id',
  'event.client.clientName': 'write name',
  'event.connection.type': 'write strategy',
  'event.request.geoip.city': 'write cityName',
  'event.request.geoip.country': 'write countryCode or countryName',
  'event.request.geoip.region': 'write subdivisionCode or subdivisionName',
  'event.request.country': 'write event.request.geoip.countryCode',
  'event.tenant.name': 'write id',
  'event.user.id': noUserYet,
  'event.user.metadata': 'write user_metadata',
  'event.user.phone': 'write phone_number',
  'event.user.mobile': 'write phone_number',
  enrolledFactors: noUserYet,
  first_name: 'write given_name',
  headers: 'the one header that Actions get is event.request.user_agent',
  identities: noUserYet,
  ip_address: 'write event.request.ip',
  last_name: 'write family_name',
  last_login: noUserYet,
  logins_count: noUserYet,
  multifactor: noUserYet,
  organization: 'a signup belongs to no organization',
  password: 'Actions never receive passwords',
  phone_verified: 'nothing is verified before the user exists',
  query: 'this trigger has no query; fields of the signup form are in event.request.body',
  roles: noUserYet,
  session: otherTrigger,
  stats: noUserYet,
  updated_at: noUserYet,
  user_id: noUserYet,
};

const isAllowed = 'a signup that no Action refuses is allowed, so leave it out';
const removal = 'call the setter with null to remove a property';

/** Methods that people look for and that no part of the api has. */
const missingMethods: Readonly<Record<string, string>> = {
  accept: isAllowed,
  allow: isAllowed,
  approve: isAllowed,
  grant: isAllowed,
  deleteAppMetadata: removal,
  deleteUserMetadata: removal,
  removeAppMetadata: removal,
  removeUserMetadata: removal,
  setEmailVerified: 'nothing is verified before the user exists',
};

const missingByPlain = new Map(
  Object.entries(missingFields).map(([name, hint]) => [toPlain(name), hint]),
);

/** What is right instead of a field that a part of the event does not have. */
export function toFieldHint(object: string, field: string): string {
  const fields = Object.keys(fieldsOf(object) ?? {});
  const settings = object === 'event' ? ['secrets', 'configuration'] : [];
  const near = findNearName(field, [...fields, ...settings]);
  const known =
    missingByPlain.get(toPlain(`${object}.${field}`)) ?? missingByPlain.get(toPlain(field));
  if (known !== undefined) return known;
  if (near !== undefined) return `write ${near}`;
  const isTelling = !/^(domain|id|metadata|name|type|value)$/.test(field);
  const elsewhere = isTelling && findField(eventShape, field, 'event');
  if (typeof elsewhere === 'string' && elsewhere !== `${object}.${field}`)
    return `write ${elsewhere}`;
  return fields.length > 0 ? `it has ${toList(fields)}` : '';
}

/** What is right instead of a method that a part of the api does not have. */
export function toMethodHint(object: string, method: string): string {
  if (Object.hasOwn(missingMethods, method)) return missingMethods[method] ?? '';
  const groups: Readonly<Record<string, readonly string[]>> = methods;
  const group = object === 'api' ? undefined : groups[object.replace('api.', '')];
  if (group) {
    return group.length === 1 ? `write ${object}.${group[0]}` : toNearHint(method, group);
  }
  const owner = Object.keys(groups).find((name) => groups[name]?.includes(method));
  if (owner !== undefined) return `write api.${owner}.${method}`;
  const near = findNearName(method, Object.keys(groups));
  return near === undefined
    ? `this trigger's api has ${toList(Object.keys(groups))}`
    : `write ${near}`;
}

const toNearHint = (name: string, names: readonly string[]): string => {
  const near = findNearName(name, names);
  return near === undefined ? `it has ${toList(names)}` : `write ${near}`;
};

/** The fields of a part of the event; absent for a value, or an object with properties of any name. */
function fieldsOf(object: string): FieldKinds | undefined {
  const [, ...path] = object.split('.');
  let at: FieldKinds[string] | undefined = eventShape;
  for (const name of path) at = typeof at === 'object' ? at[name] : undefined;
  return typeof at === 'object' ? at : undefined;
}

/** Where the event has a field of this name, at most two levels down. */
function findField(fields: FieldKinds, name: string, path: string): string | undefined {
  for (const [part, inner] of Object.entries(fields)) {
    if (part === name) return `${path}.${part}`;
    if (path === 'event' && typeof inner === 'object' && Object.hasOwn(inner, name)) {
      return `${path}.${part}.${name}`;
    }
  }
  return undefined;
}

const toList = (names: readonly string[]): string =>
  names.length > 12
    ? `${names.slice(0, 12).join(', ')} and others`
    : new Intl.ListFormat('en').format(names);
