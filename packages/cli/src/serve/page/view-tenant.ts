import { startingPoints, type StartingPoint } from '@signup-actions/testing';
import { checkSource, readUses, type LoadedAction } from '@signup-actions/workbench';
import { oxcParser } from '@signup-actions/workbench/node';
import { withPassword } from '../read-signup.ts';
import type { Tenant } from '../tenant.ts';
import type { StartView, TenantView } from './page-update.ts';

/** The Actions of a tenant as they are at the moment, or why they cannot be run. */
export async function viewTenant(tenant: Tenant): Promise<TenantView> {
  try {
    const actions = await tenant.read();
    const view = known.get(actions) ?? { ...toView(actions), starts };
    known.set(actions, view);
    return view;
  } catch (error) {
    return { error: (error as Error).message, actions: [], fields: [], starts };
  }
}

/** The tenant returns the same array as long as nothing changes. */
const known = new WeakMap<readonly LoadedAction[], TenantView>();

const toView = (actions: readonly LoadedAction[]): Pick<TenantView, 'actions' | 'fields'> => ({
  actions: actions.map(({ name }) => name),
  fields: [
    ...new Set(
      actions.flatMap((action) =>
        readUses(checkSource(oxcParser, action)).bodyFields.map(({ name }) => name),
      ),
    ),
  ],
});

const starts: readonly StartView[] = Object.entries(startingPoints).map(([from, create]) => {
  const name = from as StartingPoint;
  const { connection, user } = create();
  return {
    name,
    connection: connection.name,
    login: user.phone_number === undefined ? 'email' : 'phone_number',
    hasPassword: withPassword.has(name),
  };
});
