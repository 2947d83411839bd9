/** The limits that a flow runs under. Names end in their unit; sizes in bytes are UTF-8 bytes. */
export interface Limits {
  /** Actions bound to the trigger (F13). */
  readonly maxActions: number;
  /** Time for all Actions of a flow together (F7). */
  readonly flowTimeoutMs: number;
  /** Time that a flow waits for the cache's store in all, beside the Actions' own time (C10). */
  readonly storeTimeoutMs: number;
  /** Calls of one flow that are recorded (F14). */
  readonly maxCalls: number;
  /** Unicode code points of an error code and of an error message (R4). */
  readonly maxValidationCodePoints: number;
  /** JSON of the pending changes of user metadata, and of app metadata (M9). */
  readonly maxMetadataBytes: number;
  /** Characters of the id given to `setUserId` (U1). */
  readonly maxUserIdCharacters: number;
  /** Lifetime of a record that names none (C4). */
  readonly cacheDefaultTtlMs: number;
  /** Longest lifetime of a record (C5). */
  readonly cacheMaxTtlMs: number;
  /** Key of a cache record (C6). */
  readonly maxCacheKeyBytes: number;
  /** Value of a cache record (C6). */
  readonly maxCacheValueBytes: number;
  /** Live records of the cache (C6). */
  readonly maxCacheRecords: number;
  /** Keys and values of all live records together (C6). */
  readonly maxCacheBytes: number;
  /** Source of one Action; enforced where it is loaded. */
  readonly maxCodeBytes: number;
  /** Secrets of one Action; enforced where it is loaded. */
  readonly maxSecrets: number;
  /** Name of a secret; enforced where it is loaded. */
  readonly maxSecretNameCharacters: number;
  /** Value of a secret; enforced where it is loaded. */
  readonly maxSecretValueCharacters: number;
  /** Console output of one Action that is kept; enforced where it is caught. */
  readonly maxConsoleCharacters: number;
}

/** Every limit of the platform; a host overrides any of them in `createRuntime({ limits })`. */
export const defaultLimits: Limits = Object.freeze({
  maxActions: 20,
  flowTimeoutMs: 20_000,
  storeTimeoutMs: 1_000,
  maxCalls: 10_000,
  maxValidationCodePoints: 100,
  maxMetadataBytes: 32_768,
  maxUserIdCharacters: 255,
  cacheDefaultTtlMs: 86_400_000,
  cacheMaxTtlMs: 86_400_000,
  maxCacheKeyBytes: 64,
  maxCacheValueBytes: 4_096,
  maxCacheRecords: 20,
  maxCacheBytes: 8_192,
  maxCodeBytes: 100_000,
  maxSecrets: 30,
  maxSecretNameCharacters: 128,
  maxSecretValueCharacters: 4_096,
  maxConsoleCharacters: 256,
});

/**
 * Every limit that `overrides` leaves out, or leaves `undefined`, has its default.
 *
 * @internal
 */
export function createLimits(overrides?: Partial<Limits>): Limits {
  if (!overrides) return defaultLimits;
  const given = Object.entries(overrides).filter(([, limit]) => limit !== undefined);
  return Object.freeze({ ...defaultLimits, ...Object.fromEntries(given) });
}
