type Dict<T = unknown> = { [key: string]: T };
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export interface Secrets { readonly [name: string]: string }
export interface Configuration { readonly [name: string]: any }
export interface Event {
  client?: { client_id: string; name: string; metadata: Dict<string> };
  connection: { id: string; name: string; strategy: string; metadata?: Dict<string> };
  request: { body: Dict<any>; geoip: { cityName?: string; continentCode?: string; countryCode?: string; countryCode3?: string; countryName?: string;
      latitude?: number; longitude?: number; subdivisionCode?: string; subdivisionName?: string; timeZone?: string; };
    ip: string; method: string; hostname?: string; language?: string; user_agent?: string };
  tenant: { id: string };
  transaction?: { acr_values: string[]; locale: string; requested_scopes: string[]; ui_locales: string[];
    login_hint?: string; prompt?: string[]; redirect_uri?: string; state?: string; correlation_id?: string; protocol?: string; response_mode?: string; response_type?: string[] };
  user: { app_metadata?: Dict<any>; user_metadata?: Dict<any>; email?: string; username?: string; phone_number?: string;
    name?: string; given_name?: string; family_name?: string; nickname?: string; picture?: string };
  secrets: Secrets; configuration: Configuration;
}
export type CacheErrorCode = 'CacheKeySizeExceeded' | 'CacheValueSizeExceeded' | 'InvalidExpiry' | 'ItemAlreadyExpired' | 'CacheSizeExceeded' | 'CacheKeyDoesNotExist' | 'MaxSideEffectsExceeded' | 'FailedToSetCacheRecord' | 'FailedToDeleteCacheRecord';
export interface CacheRecord { readonly value: string; readonly expires_at: number }
export type CacheSetOptions = { readonly ttl?: number; readonly expires_at?: undefined } | { readonly ttl?: undefined; readonly expires_at?: number };
export type CacheSetResult = { readonly type: 'success'; readonly record: CacheRecord } | { readonly type: 'error'; readonly code: CacheErrorCode };
export type CacheDeleteResult = { readonly type: 'success' } | { readonly type: 'error'; readonly code: CacheErrorCode };
export interface PreUserRegistrationAPI {
  readonly access: { deny(reason: string, userMessage: string): PreUserRegistrationAPI };
  readonly cache: { get(key: string): CacheRecord | undefined; set(key: string, value: string, options?: CacheSetOptions): CacheSetResult; delete(key: string): CacheDeleteResult };
  readonly user: { setAppMetadata(key: string, value: unknown): PreUserRegistrationAPI; setUserMetadata(key: string, value: unknown): PreUserRegistrationAPI; setUserId(user_id: string): PreUserRegistrationAPI };
  readonly validation: { error(errorCode: string, errorMessage: string): PreUserRegistrationAPI };
}
export type API = PreUserRegistrationAPI;
export type PreUserRegistrationAction = { handler(event: Event, api: PreUserRegistrationAPI): Promise<any> }['handler'];
export interface PreUserRegistrationModule { onExecutePreUserRegistration: PreUserRegistrationAction }
type A = PreUserRegistrationAPI;
export type MethodPath = { [N in keyof A]: `${N}.${keyof A[N] & string}` }[keyof A];
type M<P extends MethodPath> = P extends `${infer N extends keyof A}.${infer K}` ? A[N][K & keyof A[N]] : never;
export type MethodArgs<P extends MethodPath> = P extends MethodPath ? M<P> extends (...args: infer X) => any ? Readonly<X> : never : never;
export type RecordedCallOf<P extends MethodPath> = P extends MethodPath ? { readonly method: P; readonly args: MethodArgs<P>; readonly result: M<P> extends (...args: any) => infer R ? R extends A ? undefined : R : never } : never;
export type RecordedCall = RecordedCallOf<MethodPath>;
