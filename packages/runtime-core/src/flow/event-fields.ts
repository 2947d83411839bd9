import type { Event } from '@signup-actions/types';

type FieldsOf<Part> = Readonly<Record<keyof Required<Part>, true>>;

/** Every field of an event. Metadata, `body`, `secrets` and `configuration` have any fields. */
const eventFields = {
  user: {
    email: true,
    username: true,
    phone_number: true,
    name: true,
    given_name: true,
    family_name: true,
    nickname: true,
    picture: true,
    app_metadata: true,
    user_metadata: true,
  } satisfies FieldsOf<Event['user']>,
  connection: {
    id: true,
    name: true,
    strategy: true,
    metadata: true,
  } satisfies FieldsOf<Event['connection']>,
  request: {
    body: true,
    geoip: true,
    ip: true,
    method: true,
    hostname: true,
    language: true,
    user_agent: true,
  } satisfies FieldsOf<Event['request']>,
  tenant: { id: true } satisfies FieldsOf<Event['tenant']>,
  transaction: {
    acr_values: true,
    locale: true,
    requested_scopes: true,
    ui_locales: true,
    login_hint: true,
    prompt: true,
    redirect_uri: true,
    state: true,
    correlation_id: true,
    protocol: true,
    response_mode: true,
    response_type: true,
  } satisfies FieldsOf<NonNullable<Event['transaction']>>,
  client: {
    client_id: true,
    name: true,
    metadata: true,
    external_client_id: true,
    external_metadata_type: true,
  } satisfies FieldsOf<NonNullable<Event['client']>>,
  secrets: true,
  configuration: true,
  custom_domain: {
    domain: true,
    domain_metadata: true,
  } satisfies FieldsOf<NonNullable<Event['custom_domain']>>,
  authentication: { riskAssessment: true } satisfies FieldsOf<NonNullable<Event['authentication']>>,
  security_context: {
    ja3: true,
    ja4: true,
  } satisfies FieldsOf<NonNullable<Event['security_context']>>,
  experiment: true,
  anonymous_session: true,
} satisfies Readonly<Record<keyof Required<Event>, object | true>>;

/** A field that no event has. */
export interface UnknownField {
  /** Where it is: `event.user.emial`. */
  readonly path: string;
  /** The fields that its object has. */
  readonly known: readonly string[];
}

/**
 * Finds the fields of an event, or of a part of one, that no event has: misspelt ones, and those of other triggers.
 *
 * @internal
 */
export function findUnknownFields(event: object): readonly UnknownField[] {
  const found: UnknownField[] = [];
  const findIn = (path: string, part: object, fields: object): void => {
    for (const name of Object.keys(part)) {
      if (Object.hasOwn(fields, name)) continue;
      found.push({ path: `${path}.${name}`, known: Object.keys(fields) });
    }
  };
  findIn('event', event, eventFields);
  for (const name of Object.keys(event)) {
    const part = (event as Parts)[name];
    const fields = (eventFields as Parts)[name];
    if (isObject(part) && isObject(fields)) findIn(`event.${name}`, part, fields);
  }
  return found;
}

type Parts = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
