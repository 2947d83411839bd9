/** The contract's numbers, as far as a flow meets them (F7, F13, F14, R4, U1, M9, C4 to C6). */
export const contractLimits = {
  maxActions: 20,
  flowTimeoutMs: 20_000,
  maxCalls: 10_000,
  maxValidationCodePoints: 100,
  maxUserIdCharacters: 255,
  maxMetadataBytes: 32_768,
  cacheDefaultTtlMs: 86_400_000,
  cacheMaxTtlMs: 86_400_000,
  maxCacheKeyBytes: 64,
  maxCacheValueBytes: 4_096,
  maxCacheRecords: 20,
  maxCacheBytes: 8_192,
};

export type ModelLimits = Readonly<Record<keyof typeof contractLimits, number>>;
