// The entries of a tenant log, as the Management API, the Dashboard and log streams export them.
import type { SignupEvent } from '@signup-actions/runtime-core';
import { startingPoints, type StartingPoint } from '@signup-actions/testing';
import { readPath, writePath } from '@signup-actions/workbench/event';
import { isJsonObject, type JsonObject } from '../files/json.ts';
import type { Signup } from './signup.ts';

/** The types of entries that tell of a signup: one that succeeded, or failed. */
const signupTypes: ReadonlySet<unknown> = new Set(['ss', 'fs', 'fepr']);

/** Log streams put the entry under `data`. */
const toEntry = (json: unknown): JsonObject | undefined => {
  if (!isJsonObject(json)) return undefined;
  const entry = isJsonObject(json['data']) ? json['data'] : json;
  const isEntry = typeof entry['type'] === 'string' && entry['date'] !== undefined;
  return isEntry && !isJsonObject(entry['user']) ? entry : undefined;
};

/** Whether a JSON value is an entry of a tenant log that tells of a signup. */
export const isLogEntry = (json: unknown): json is JsonObject =>
  signupTypes.has(toEntry(json)?.['type']);

/** Whether a JSON value is an entry of a tenant log that tells of something else: a whole log has many. */
export const isOtherLogEntry = (json: unknown): boolean =>
  toEntry(json) !== undefined && !isLogEntry(json);

/** Fields of the event, and where an entry has them. */
const fields: readonly (readonly [event: string, entry: string])[] = [
  ['user.username', 'details.body.username'],
  ['user.phone_number', 'details.body.phone_number'],
  ['user.given_name', 'details.body.given_name'],
  ['user.family_name', 'details.body.family_name'],
  ['user.name', 'details.body.name'],
  ['user.nickname', 'details.body.nickname'],
  ['user.picture', 'details.body.picture'],
  ['user.user_metadata', 'details.body.user_metadata'],
  ['connection.name', 'connection'],
  ['connection.id', 'connection_id'],
  ['connection.strategy', 'strategy'],
  ['client.client_id', 'client_id'],
  ['client.name', 'client_name'],
  ['tenant.id', 'tenant_name'],
  ['request.ip', 'ip'],
  ['request.user_agent', 'user_agent'],
  ['request.hostname', 'hostname'],
  ['request.body', 'details.body'],
  ['request.geoip.countryCode', 'location_info.country_code'],
  ['request.geoip.countryCode3', 'location_info.country_code3'],
  ['request.geoip.countryName', 'location_info.country_name'],
  ['request.geoip.cityName', 'location_info.city_name'],
  ['request.geoip.continentCode', 'location_info.continent_code'],
  ['request.geoip.latitude', 'location_info.latitude'],
  ['request.geoip.longitude', 'location_info.longitude'],
  ['request.geoip.timeZone', 'location_info.time_zone'],
];

/** If an entry has no field of one of these parts, the event has the part of the starting point. */
const parts = [
  'user',
  'connection',
  'client',
  'tenant',
  'request.ip',
  'request.user_agent',
  'request.hostname',
  'request.body',
  'request.geoip',
] as const;

/** No log has these. */
const neverLogged = ['request.language', 'transaction'] as const;

/** The signup that an entry tells of. What the log does not have is that of the starting point. */
export function toLogSignup(label: string, json: JsonObject, from: StartingPoint): Signup {
  const entry = toEntry(json) ?? {};
  const found = [...fields, ...nameField(entry)].flatMap(([path, source]) => {
    const value = readField(entry, source);
    return value === undefined || value === null || value === '' ? [] : [[path, value] as const];
  });
  const isFound = (part: string): boolean =>
    found.some(([path]) => `${path}.`.startsWith(`${part}.`));
  let event: unknown = structuredClone(startingPoints[from]());
  for (const part of parts) if (isFound(part)) event = writePath(event, part.split('.'), {});
  for (const [path, value] of found) event = writePath(event, path.split('.'), value);
  // The platform logs stars instead, and gives Actions no password.
  for (const field of ['password', 'client_secret']) {
    event = writePath(event, ['request', 'body', field], undefined);
  }
  return {
    label,
    event: JSON.parse(JSON.stringify(event)) as SignupEvent,
    filled: [
      ...parts.filter((part) => !isFound(part)),
      ...neverLogged.filter((path) => readField(event, path) !== undefined),
    ],
  };
}

/** The name that the user signed up with: an e-mail address, a phone number or a username. */
function nameField({ user_name: name, details }: JsonObject): typeof fields {
  if (readField(details, 'body.email') !== undefined) return [['user.email', 'details.body.email']];
  if (typeof name !== 'string') return [];
  if (name.includes('@')) return [['user.email', 'user_name']];
  return [[/^\+\d/.test(name) ? 'user.phone_number' : 'user.username', 'user_name']];
}

const readField = (whole: unknown, path: string): unknown => readPath(whole, path.split('.'));
