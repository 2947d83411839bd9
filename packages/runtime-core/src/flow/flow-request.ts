import type { Configuration, PreUserRegistrationAction, Secrets } from '@signup-actions/types';
import { copyData } from '../data/copy-data.ts';
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

/** An Action as a flow runs it. */
export type BoundAction = Required<Action>;

/** A signup, and the Actions that decide on it. */
export interface FlowRequest {
  /** The signup. Its `secrets` and `configuration` are ignored, because each Action has its own (F10). */
  readonly event: SignupEvent;
  /** The Actions that are bound to the trigger, in binding order (F1). */
  readonly actions: readonly Action[];
  /** Aborts the flow: the outcome is `failed`, of kind `aborted` (F13). */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Copies the Actions of a request, with their settings: the flow runs them as they were when it started, whatever the host or
 * a handler does to them meanwhile (F9). Throws if they cannot be bound to the trigger, or if settings cannot be copied (F13).
 */
export function parseActions(
  actions: readonly Action[],
  { maxActions }: Limits,
): readonly BoundAction[] {
  if (!Array.isArray(actions))
    throw unstartable(`actions must be an array but received ${describe(actions)}`);
  if (actions.length > maxActions) {
    throw unstartable(
      `a trigger can have at most ${maxActions} Actions but received ${actions.length}`,
    );
  }
  // By index: a list may have an iterator of its own.
  return Array.from({ length: actions.length }, (_, index) => takeAction(actions[index]));
}

/** Reads each property once: what was checked is what runs, and what is redacted is what the Action gets. */
function takeAction(action: Partial<Action> | null | undefined): BoundAction {
  const { name: given, handler, secrets, configuration, moduleSecrets } = action ?? {};
  const name = typeof given === 'string' ? given : describe(given);
  if (typeof handler !== 'function' || isGenerator(handler)) {
    const received = typeof handler === 'function' ? 'a generator' : describe(handler);
    const who = given === undefined ? 'an Action' : name;
    throw unstartable(`the handler of ${who} must be a function but received ${received}`);
  }
  return {
    name,
    handler,
    secrets: copyData(secrets ?? {}),
    moduleSecrets: moduleSecrets ?? {},
    configuration: copyData(configuration ?? {}),
  };
}

/**
 * Whether a value is a generator function, or the object that one returns. Calling the function does not run it: an Action that
 * refuses would let everyone in.
 */
export function isGenerator(value: unknown): boolean {
  try {
    return Object.prototype.toString.call(value).includes('Generator');
  } catch {
    return false;
  }
}

const unstartable = (rule: string): TypeError =>
  new TypeError(`Failed to start the flow: ${rule}.`);
