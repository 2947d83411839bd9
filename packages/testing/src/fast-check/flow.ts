import type { Action } from '@signup-actions/runtime-core';
import fc from 'fast-check';
import { callScript, type ApiCallOptions } from './api-call.ts';
import { actionFrom, type Script } from './script.ts';

/** Which flows an arbitrary draws. */
export interface FlowOptions extends ApiCallOptions {
  /** Scripts of a flow at most; by default four. */
  readonly maxActions?: number;
}

/** The scripts of a flow's Actions, none or several, in binding order. */
export const flow = ({ maxActions = 4, ...options }: FlowOptions = {}): fc.Arbitrary<
  readonly Script[]
> => fc.array(callScript(options), { maxLength: maxActions });

/**
 * An Action of each script, to be run by the engine or by `runFlow`.
 *
 * @example
 * ```ts
 * fc.asyncProperty(signupEvent(), flow(), async (event, scripts) => {
 *   const outcome = await runFlow(actionsFrom(scripts), event);
 *   expect(outcome.executions).toHaveLength(scripts.length);
 * });
 * ```
 */
export const actionsFrom = (scripts: readonly Script[]): readonly Action[] =>
  scripts.map((script, index) => ({ name: `action ${index + 1}`, handler: actionFrom(script) }));
