import type { SignupEvent } from '@signup-actions/runtime-core';

/** What `--set` may write into a field. `open` has properties of any name. */
export type FieldKind = 'boolean' | 'number' | 'open' | 'text' | 'texts';

/** The fields of a part of the event, each with its kind or its own fields. */
export interface FieldKinds {
  readonly [field: string]: FieldKind | FieldKinds;
}

/** The kind that a type calls for: a field that the types gain or lose fails to compile below. */
type KindOf<Value> = string extends keyof Value
  ? 'open'
  : Value extends string
    ? 'text'
    : Value extends number
      ? 'number'
      : Value extends boolean
        ? 'boolean'
        : Value extends readonly string[]
          ? 'texts'
          : KindsOf<Value>;

type KindsOf<Part> = { readonly [Field in keyof Part]-?: KindOf<NonNullable<Part[Field]>> };

/** Every field that an event can have, present or not. */
export const eventShape: FieldKinds & KindsOf<SignupEvent> = {
  user: {
    email: 'text',
    username: 'text',
    phone_number: 'text',
    name: 'text',
    given_name: 'text',
    family_name: 'text',
    nickname: 'text',
    picture: 'text',
    app_metadata: 'open',
    user_metadata: 'open',
  },
  connection: { id: 'text', name: 'text', strategy: 'text', metadata: 'open' },
  request: {
    body: 'open',
    geoip: {
      cityName: 'text',
      continentCode: 'text',
      countryCode: 'text',
      countryCode3: 'text',
      countryName: 'text',
      latitude: 'number',
      longitude: 'number',
      subdivisionCode: 'text',
      subdivisionName: 'text',
      timeZone: 'text',
    },
    ip: 'text',
    method: 'text',
    hostname: 'text',
    language: 'text',
    user_agent: 'text',
  },
  tenant: { id: 'text' },
  transaction: {
    acr_values: 'texts',
    locale: 'text',
    requested_scopes: 'texts',
    ui_locales: 'texts',
    login_hint: 'text',
    prompt: 'texts',
    redirect_uri: 'text',
    state: 'text',
    correlation_id: 'text',
    protocol: 'text',
    response_mode: 'text',
    response_type: 'texts',
  },
  client: {
    client_id: 'text',
    name: 'text',
    metadata: 'open',
    external_client_id: 'text',
    external_metadata_type: 'text',
  },
  custom_domain: { domain: 'text', domain_metadata: 'open' },
  authentication: {
    riskAssessment: {
      supplemental: {
        akamai: {
          akamaiBot: {
            type: 'text',
            action: 'text',
            botCategory: 'texts',
            botScore: 'number',
            botScoreResponseSegment: 'text',
            botnetId: 'text',
          },
          akamaiUserRisk: {
            action: 'text',
            allow: 'number',
            emailDomain: 'text',
            general: 'open',
            ouid: 'text',
            requestid: 'text',
            risk: 'open',
            score: 'number',
            status: 'number',
            trust: 'open',
            username: 'text',
            uuid: 'text',
          },
        },
      },
    },
  },
  security_context: { ja3: 'text', ja4: 'text' },
  experiment: {
    experiment_id: 'text',
    variation_id: 'text',
    is_control: 'boolean',
    config: 'open',
    variation_name: 'text',
    variation_description: 'text',
  },
  anonymous_session: {
    user_id: 'text',
    session_id: 'text',
    metadata: 'open',
    created_at: 'text',
    expires_at: 'text',
  },
};
