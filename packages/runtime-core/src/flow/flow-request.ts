import type { Configuration, PreUserRegistrationAction, Secrets } from '@signup-actions/types';
import type { Limits } from '../limits.ts';
import { describe } from '../text/describe.ts';
import type { SignupEvent } from './event.ts';

/** An Action that is bound to the trigger. */
export interface Action {
  /** Names the Action in refusals, executions and diagnostics. */
  readonly name: string;
  readonly handler: PreUserRegistrationAction;
  /** The secrets of this Action; without them its `event.secrets` is empty (F10). */
  readonly secrets?: Secrets;
  /**
   * The secrets of the Actions modules that this Action requires, by the name of the module. No event has them: the modules
   * were given them when they were loaded. They are hidden wherever secrets are.
   */
  readonly moduleSecrets?: Readonly<Record<string, Secrets>>;
  /** The configuration of this Action; without it its `event.configuration` is empty (F10). */
  readonly configuration?: Configuration;
}

/** A signup, and the Actions that decide on it. */
export interface FlowRequest {
  /** The signup. Its `secrets` and `configuration` are ignored, because each Action has its own (F10). */
  readonly event: SignupEvent;
  /** The Actions that are bound to the trigger, in binding order (F1). */
  readonly actions: readonly Action[];
  /** Aborts the flow: the outcome is `failed`, of kind `aborted` (F13). */
  readonly signal?: AbortSignal | undefined;
}

/** Copies the Actions of a request. Throws if they cannot be bound to the trigger (F13). */
export function parseActions(
  actions: readonly Action[],
  { maxActions }: Limits,
): readonly Action[] {
  if (!Array.isArray(actions))
    throw unstartable(`actions must be an array but received ${describe(actions)}`);
  if (actions.length > maxActions) {
    throw unstartable(
      `a trigger can have at most ${maxActions} Actions but received ${actions.length}`,
    );
  }
  for (const action of actions as readonly (Partial<Action> | null | undefined)[]) {
    const handler: unknown = action?.handler;
    if (typeof handler === 'function' && !isGenerator(handler)) continue;
    const who = action?.name ?? 'an Action';
    const received = typeof handler === 'function' ? 'a generator' : describe(handler);
    throw unstartable(`the handler of ${who} must be a function but received ${received}`);
  }
  // A copy: a handler that edits the host's list must not make the flow skip Actions.
  return [...actions];
}

/** Calling a generator does not run it: an Action that refuses would let everyone in. */
const isGenerator = (handler: object): boolean =>
  Object.prototype.toString.call(handler).includes('Generator');

const unstartable = (rule: string): TypeError =>
  new TypeError(`Failed to start the flow: ${rule}.`);
