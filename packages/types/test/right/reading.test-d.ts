import type { Event } from '@signup-actions/types';

declare const event: Event;

// Without a declared shape, metadata, body, secrets and configuration are as open as in the vendor's types.
export const plan: string = event.user.app_metadata?.plan;
export const nested: number = event.user.user_metadata?.['a'].b.c;
export const field: string = event.request.body['ulp-company'];
export const key: string = event.secrets['API_KEY'] ?? '';
export const threshold: number = event.configuration['threshold'];
export const tier: string | undefined = event.client?.metadata['tier'];
export const brand: string | undefined = event.custom_domain?.domain_metadata['brand'];
export const region: string | undefined = event.connection.metadata?.['region'];
export const colour: unknown = event.experiment?.config['colour']?.value;

// The first lines of many Actions.
const appMetadata = event.user.app_metadata || {};
export const roles: string[] = appMetadata.roles || [];
const { user_metadata: userMetadata = {}, email } = event.user;
export const company: string = userMetadata.company;
export const domain: string | undefined = email?.split('@')[1]?.toLowerCase();
const { API_BASE_URL } = event.secrets;
export const url = `${API_BASE_URL}/users`;

// Open sets of strings accept any string.
export const isDatabase: boolean = event.connection.strategy === 'auth0';
export const isNew: boolean = event.connection.strategy === 'passkeys-2030';
export const isOidc: boolean = event.transaction?.protocol === 'oidc-basic-profile';
export const isNewProtocol: boolean = event.transaction?.protocol === 'oauth3';

// A check that distinguishes a signup through the API from one on the login page.
export const locale = event.transaction ? event.transaction.locale : 'direct';
export const language = event.transaction?.ui_locales[0] ?? event.request.language;
export const asText = JSON.stringify(event);
export const copy: Event = structuredCloneOf(event);
declare function structuredCloneOf<Data>(data: Data): Data;
