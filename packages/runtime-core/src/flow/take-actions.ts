import type { Limits } from '../limits.ts';
import { describe } from '../text/describe.ts';
import type { Action } from './action.ts';

/** The Actions that a flow is to run. Throws for what the trigger cannot have bound (F13). */
export function takeActions(actions: readonly Action[], { maxActions }: Limits): readonly Action[] {
  if (!Array.isArray(actions))
    throw unstartable(`actions must be an array but received ${describe(actions)}`);
  if (actions.length > maxActions) {
    throw unstartable(
      `a trigger can have at most ${maxActions} Actions but received ${actions.length}`,
    );
  }
  for (const action of actions as readonly (Partial<Action> | null | undefined)[]) {
    if (typeof action?.handler === 'function') continue;
    const who = action?.name ?? 'an Action';
    throw unstartable(
      `the handler of ${who} must be a function but received ${describe(action?.handler)}`,
    );
  }
  // A copy: what a handler does to the host's list is no way to skip the Actions after it.
  return [...actions];
}

const unstartable = (rule: string): TypeError =>
  new TypeError(`Failed to start the flow: ${rule}.`);
