import { triggerName } from '@signup-actions/runtime-core/internal';
import type { ActionSource } from '@signup-actions/workbench';
import { UsageError } from '../usage-error.ts';
import type { UnboundAction } from '@signup-actions/workbench/tenant';

/** The Actions of an export that are not bound to the trigger and could be. */
export interface ReadUnbound {
  readonly actions: readonly ActionSource[];
  /** Which they are, and which were left out. */
  readonly notes: readonly string[];
}

/** Reads the Actions that could be bound to the trigger. One that is not whole is left out. */
export async function readUnbound(unbound: readonly UnboundAction[]): Promise<ReadUnbound> {
  const results = await Promise.all(
    unbound
      .filter(({ isOther }) => !isOther)
      .map(async ({ name, read }) => ({ name, result: await attempt(read) })),
  );
  const actions = results.flatMap(({ result }) => (result instanceof UsageError ? [] : [result]));
  return {
    actions,
    notes: [
      ...toNote('Not bound to', actions, 'checked all the same'),
      ...toNote(
        'For other triggers than',
        unbound.filter(({ isOther }) => isOther),
        'left out',
      ),
      ...results.flatMap(({ name, result }) =>
        result instanceof UsageError
          ? [`${name} is not bound to ${triggerName}, and is left out. ${result.message}`]
          : [],
      ),
    ],
  };
}

const toNote = (
  before: string,
  actions: readonly { readonly name: string }[],
  after: string,
): readonly string[] =>
  actions.length > 0
    ? [`${before} ${triggerName}, and ${after}: ${actions.map(({ name }) => name).join(', ')}.`]
    : [];

async function attempt(read: UnboundAction['read']): Promise<ActionSource | UsageError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}
