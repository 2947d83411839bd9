import type { Limits } from '@signup-actions/runtime-core';
import { toCacheView } from '@signup-actions/workbench';
import type { SignupDesk } from '../sign-up.ts';
import type { Tenant } from '../tenant.ts';
import type { PageUpdate } from './page-update.ts';
import { maxShown, type RecentRuns } from './recent-runs.ts';
import { viewSignup } from './view-signup.ts';
import { viewTenant } from './view-tenant.ts';

/** What a page shows. */
export interface PageSources {
  readonly desk: SignupDesk;
  readonly tenant: Tenant;
  readonly recent: RecentRuns;
  readonly limits: Limits;
  /** Aborts when the server closes. */
  readonly closing: AbortSignal;
}

/** What there is for a page whose latest signup has this id; 0 for a new page. */
export async function readUpdate(
  { desk, tenant, recent, limits }: Omit<PageSources, 'closing'>,
  latest: number,
): Promise<PageUpdate> {
  const actions = await tenant.read().catch(() => []);
  const shown = desk.signups.slice(-maxShown);
  return {
    oldest: shown[0]?.id ?? latest + 1,
    signups: shown
      .filter(({ id }) => id > latest)
      .map((record) => viewSignup(record, recent.get(record), actions)),
    cache: toCacheView(desk.readCache(), Date.now(), limits),
    tenant: await viewTenant(tenant),
  };
}
