// Readers of tenants, apart from everything else: they are loaded only if there is a tenant to read.
export { findMarks } from './replace-marks.ts';
export { findTenant } from './find-tenant.ts';
export { hasTenant, readLoose } from './read-loose.ts';
export { readTenant, readTenantText, type MarkSources } from './read-tenant.ts';
export type { Tenant, UnboundAction } from './to-tenant.ts';
