import type { SignupEvent } from './event.ts';

/**
 * What a field of the event holds. `open` is an object with properties of any name, `texts` one whose properties are
 * strings on the platform.
 *
 * @internal
 */
export type FieldKind = 'boolean' | 'number' | 'open' | 'string' | 'strings' | 'texts';

/**
 * The fields of a part of the event, each with its kind or its own fields.
 *
 * @internal
 */
export interface FieldKinds {
  readonly [field: string]: FieldKind | FieldKinds;
}

/** The kind of a type. A field that the types gain or lose fails to compile below. */
type KindOf<Value> = string extends keyof Value
  ? 'open' | 'texts'
  : Value extends string
    ? 'string'
    : Value extends number
      ? 'number'
      : Value extends boolean
        ? 'boolean'
        : Value extends readonly string[]
          ? 'strings'
          : KindsOf<Value>;

type KindsOf<Part> = { readonly [Field in keyof Part]-?: KindOf<NonNullable<Part[Field]>> };

/**
 * Every field that an event can have, besides the secrets and the configuration of an Action.
 *
 * @internal
 */
export const eventShape: FieldKinds & KindsOf<SignupEvent> = {
  user: {
    email: 'string',
    username: 'string',
    phone_number: 'string',
    name: 'string',
    given_name: 'string',
    family_name: 'string',
    nickname: 'string',
    picture: 'string',
    app_metadata: 'open',
    // What a signup brings is what a form has posted.
    user_metadata: 'texts',
  },
  connection: { id: 'string', name: 'string', strategy: 'string', metadata: 'texts' },
  request: {
    body: 'texts',
    geoip: {
      cityName: 'string',
      continentCode: 'string',
      countryCode: 'string',
      countryCode3: 'string',
      countryName: 'string',
      latitude: 'number',
      longitude: 'number',
      subdivisionCode: 'string',
      subdivisionName: 'string',
      timeZone: 'string',
    },
    ip: 'string',
    method: 'string',
    hostname: 'string',
    language: 'string',
    user_agent: 'string',
  },
  tenant: { id: 'string' },
  transaction: {
    acr_values: 'strings',
    locale: 'string',
    requested_scopes: 'strings',
    ui_locales: 'strings',
    login_hint: 'string',
    prompt: 'strings',
    redirect_uri: 'string',
    state: 'string',
    correlation_id: 'string',
    protocol: 'string',
    response_mode: 'string',
    response_type: 'strings',
  },
  client: {
    client_id: 'string',
    name: 'string',
    metadata: 'texts',
    external_client_id: 'string',
    external_metadata_type: 'string',
  },
  custom_domain: { domain: 'string', domain_metadata: 'texts' },
  authentication: {
    riskAssessment: {
      supplemental: {
        akamai: {
          akamaiBot: {
            type: 'string',
            action: 'string',
            botCategory: 'strings',
            botScore: 'number',
            botScoreResponseSegment: 'string',
            botnetId: 'string',
          },
          akamaiUserRisk: {
            action: 'string',
            allow: 'number',
            emailDomain: 'string',
            general: 'open',
            ouid: 'string',
            requestid: 'string',
            risk: 'open',
            score: 'number',
            status: 'number',
            trust: 'open',
            username: 'string',
            uuid: 'string',
          },
        },
      },
    },
  },
  security_context: { ja3: 'string', ja4: 'string' },
  experiment: {
    experiment_id: 'string',
    variation_id: 'string',
    is_control: 'boolean',
    config: 'open',
    variation_name: 'string',
    variation_description: 'string',
  },
  anonymous_session: {
    user_id: 'string',
    session_id: 'string',
    metadata: 'texts',
    created_at: 'string',
    expires_at: 'string',
  },
};
