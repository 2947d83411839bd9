import { defaultLimits } from '@signup-actions/runtime-core';
import { triggerName } from '@signup-actions/runtime-core/internal';
import { findNearName } from '../near-name.ts';
import type { ActionSource } from '../platform/action.ts';
import { isJsonObject } from '../files/json.ts';
import { UsageError } from '../files/usage-error.ts';
import type { Binding, DeclaredCode, DeclaredTenant } from './declared-tenant.ts';
import { explainMark, findMarks } from './replace-marks.ts';
import { findNamed, toSource } from './to-source.ts';

/** An Action that is not bound to the trigger, and need not be whole. */
export interface UnboundAction {
  readonly name: string;
  /** Whether it is made for other triggers. */
  readonly isOther: boolean;
  /** Rejects with a {@link UsageError} if it is not whole. */
  readonly read: () => Promise<ActionSource>;
}

/** What is bound to the trigger in a tenant, and what else was found there. */
export interface Tenant {
  /** The bound Actions, in binding order (F1). */
  readonly actions: readonly ActionSource[];
  /** The Actions that are not bound to the trigger. */
  readonly unbound: readonly UnboundAction[];
  /** What was skipped, and why. */
  readonly notes: readonly string[];
}

/** The Actions that are bound to the trigger, with their sources. Throws a {@link UsageError} if one is not whole. */
export async function toTenant(declared: DeclaredTenant): Promise<Tenant> {
  assertTenantModules(declared);
  const { bindings = listUnordered(declared), notes } = declared;
  if (bindings.length === 0) {
    throw new UsageError(`Failed to read ${declared.file}: it binds no Action to ${triggerName}.`);
  }
  const found = bindings.map(({ name }) => findNamed(declared.actions, name));
  const missing = bindings.filter((_, index) => !found[index]);
  assertSkippable(missing, declared, missing.length === bindings.length);
  const actions = await Promise.all(
    found.flatMap((action, index) =>
      action ? [toSource(action, declared, bindings[index]?.displayName)] : [],
    ),
  );
  const bound = new Set(bindings.map(({ name }) => name));
  return {
    actions,
    unbound: declared.actions.flatMap((action) => {
      const [name] = listNames([action]);
      if (name === undefined || bound.has(name)) return [];
      return [{ name, isOther: !isForTrigger(action), read: () => toSource(action, declared) }];
    }),
    notes: [
      ...notes,
      ...(declared.bindings ? [] : toOrderNote(declared, bindings)),
      ...missing.map(
        ({ name }) =>
          `${name} is bound to ${triggerName}, but its code is not here, as for Actions of the Marketplace: it is skipped.`,
      ),
    ],
  };
}

/** Without bindings, the Actions that are made for the trigger. */
const listUnordered = ({ actions }: DeclaredTenant): readonly Binding[] =>
  listNames(actions.filter(isForTrigger)).map((name) => ({ name }));

/** Whether an Action names the trigger as one of its own, or names none. */
function isForTrigger({ data }: DeclaredCode): boolean {
  const triggers = isJsonObject(data) ? data['supported_triggers'] : undefined;
  if (!Array.isArray(triggers) || triggers.length === 0) return true;
  return triggers.some((trigger) => isJsonObject(trigger) && trigger['id'] === triggerName);
}

const toOrderNote = ({ file }: DeclaredTenant, bindings: readonly Binding[]): readonly string[] =>
  bindings.length > 1
    ? [
        `${file} has no bindings: its Actions for ${triggerName} run in the order in which it lists them.`,
      ]
    : [];

const listNames = (list: readonly DeclaredCode[]): readonly string[] =>
  list.flatMap(({ data }) =>
    isJsonObject(data) && typeof data['name'] === 'string' ? [data['name']] : [],
  );

/** An Action of the Marketplace is never exported. One that is misspelled, or that does not parse, is not skipped. */
function assertSkippable(
  missing: readonly Binding[],
  { file, actions, place, assertWhole }: DeclaredTenant,
  isEverything: boolean,
): void {
  if (missing.length === 0) return;
  assertWhole?.();
  for (const { name } of missing) {
    const [mark] = findMarks(name);
    if (mark !== undefined) throw new UsageError(explainMark(file, mark));
    const near = findNearName(name, listNames(actions));
    if (!isEverything && near === undefined) continue;
    const hint = near === undefined ? '' : `\nDid you mean ${JSON.stringify(near)}?`;
    throw new UsageError(
      `Failed to read ${file}: it binds the Action ${JSON.stringify(name)}, but ${place} has no Action of that name.${hint}`,
    );
  }
}

function assertTenantModules({ modules, file }: DeclaredTenant): void {
  const { maxTenantModules } = defaultLimits;
  if (modules.length <= maxTenantModules) return;
  throw new UsageError(
    `Failed to read ${file}: the platform accepts at most ${maxTenantModules} Actions modules per tenant, but this export has ${modules.length}: merge some of them.`,
  );
}
