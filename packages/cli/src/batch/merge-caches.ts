import type { CacheEntries } from '@signup-actions/workbench';

/** The records of a document, by their keys. */
type Records = ReadonlyMap<string, unknown>;

/** A cache with what a flow has changed: `before` is the cache that the flow began with, `after` what it left. */
export function mergeCaches(
  current: CacheEntries,
  before: CacheEntries,
  after: CacheEntries,
): CacheEntries {
  const [now, old] = [new Map(current), new Map(before)];
  for (const [tenant, document] of after) {
    if (document === old.get(tenant)) continue;
    now.set(tenant, mergeDocuments(now.get(tenant), old.get(tenant), document));
  }
  return [...now];
}

function mergeDocuments(
  current: string | undefined,
  before: string | undefined,
  after: string,
): string {
  const [now, old, changed] = [toRecords(current), toRecords(before), toRecords(after)];
  const merged = new Map(now);
  for (const key of old.keys()) if (!changed.has(key)) merged.delete(key);
  for (const [key, record] of changed) {
    if (JSON.stringify(record) !== JSON.stringify(old.get(key))) merged.set(key, record);
  }
  return JSON.stringify({ ...(JSON.parse(after) as object), records: [...merged.values()] });
}

function toRecords(document: string | undefined): Records {
  if (document === undefined) return new Map();
  const { records } = JSON.parse(document) as { readonly records: readonly [key: string][] };
  return new Map(records.map((record) => [record[0], record]));
}
