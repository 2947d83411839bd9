// Types with the public shape of the vendor's: open at the root, in the transaction and in `geoip`, with an
// empty configuration and without `setUserId`. Written for this test, not copied.

type Open = { [extra: string]: any };

type EventData = {
  authentication?: {
    riskAssessment?: {
      supplemental?: {
        akamai?: {
          akamaiBot?: { type?: string; botCategory?: string[]; botScore?: number };
          akamaiUserRisk?: { action?: string; score?: number; risk?: Open };
        };
      };
    };
  };
  client?: { client_id: string; name: string; metadata: { [key: string]: string } };
  connection: { id: string; name: string; strategy: string; metadata?: { [key: string]: string } };
  custom_domain?: { domain: string; domain_metadata: { [key: string]: string } };
  request: {
    body: Open;
    geoip: { cityName?: string; countryCode?: string; latitude?: number } & Open;
    ip: string;
    method: string;
    hostname?: string;
    language?: string;
    user_agent?: string;
  };
  security_context?: { ja3?: string; ja4?: string };
  tenant: { id: string };
  transaction?: {
    acr_values: string[];
    locale: string;
    requested_scopes: string[];
    ui_locales: string[];
    prompt?: string[];
    protocol?: 'oidc-basic-profile' | 'samlp' | 'wsfed';
    response_mode?: 'query' | 'fragment' | 'form_post' | 'web_message';
    response_type?: ('code' | 'token' | 'id_token')[];
  } & Open;
  user: { email?: string; username?: string; app_metadata?: Open; user_metadata?: Open };
} & Open;

export interface Configuration {}
export interface Secrets {
  [name: string]: string;
}
export interface Event extends EventData {
  configuration: Configuration;
  secrets: Secrets;
}

type CacheErrorCode =
  | 'CacheKeySizeExceeded'
  | 'CacheValueSizeExceeded'
  | 'InvalidExpiry'
  | 'ItemAlreadyExpired'
  | 'CacheSizeExceeded'
  | 'CacheKeyDoesNotExist'
  | 'MaxSideEffectsExceeded'
  | 'FailedToSetCacheRecord'
  | 'FailedToDeleteCacheRecord';
type CacheError = { type: 'error'; code: CacheErrorCode };
type CacheSetOptions = { expires_at?: number; ttl?: number };
interface CacheAPI {
  delete(key: string): { type: 'success' } | CacheError;
  get(key: string): { value: string; expires_at: number } | undefined;
  set(
    key: string,
    value: string,
    options?: CacheSetOptions,
  ): { type: 'success'; record: { value: string; expires_at: number } } | CacheError;
}

export interface PreUserRegistrationAPI {
  readonly access: { deny(reason: string, userMessage: string): PreUserRegistrationAPI };
  readonly cache: CacheAPI;
  readonly user: {
    setAppMetadata(key: string, value: unknown): PreUserRegistrationAPI;
    setUserMetadata(key: string, value: unknown): PreUserRegistrationAPI;
  };
  readonly validation: { error(errorCode: string, message: string): PreUserRegistrationAPI };
}

export interface PreUserRegistrationAction {
  (event: Event, api: PreUserRegistrationAPI): Promise<void>;
}
export type PreUserRegistrationModule = {
  onExecutePreUserRegistration: PreUserRegistrationAction;
  onContinuePreUserRegistration: PreUserRegistrationAction;
};
