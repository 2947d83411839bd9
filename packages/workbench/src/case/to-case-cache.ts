import type { SignupEvent } from '@signup-actions/runtime-core';
import { toCacheKey, toDocument } from '@signup-actions/runtime-core/internal';
import { createMockCache } from '@signup-actions/testing';
import type { CacheEntries } from '../run/flow-job.ts';
import type { SignupCase } from './case-schema.ts';

/** The cache before the first signup, which belongs to the tenant of the signups. */
export function toCaseCache({ cache }: SignupCase, events: readonly SignupEvent[]): CacheEntries {
  if (!cache) return [];
  const { records } = createMockCache(cache as never);
  const tenants = new Set(events.map(({ tenant }) => tenant.id));
  return [...tenants].map((tenant) => [toCacheKey(tenant), toDocument(records)]);
}
