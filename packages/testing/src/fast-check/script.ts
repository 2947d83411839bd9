import type { Action } from '@signup-actions/runtime-core';
import { formatCall } from '@signup-actions/runtime-core/internal';
import type {
  MethodArgs,
  MethodPath,
  PreUserRegistrationAction,
  PreUserRegistrationAPI,
} from '@signup-actions/types';
import fc from 'fast-check';

/** A call to make: a method of the api and its arguments. */
export type ScriptCall = {
  readonly [Path in MethodPath]: { readonly method: Path; readonly args: MethodArgs<Path> };
}[MethodPath];

/** Calls to make one after another. */
export type Script = readonly ScriptCall[];

/**
 * Creates an Action that makes the calls of a script, in order, with a pause between them. A call that throws
 * fails the Action.
 *
 * @example
 * ```ts
 * const outcome = await runAction(actionFrom([{ method: 'user.setUserId', args: ['ada'] }]));
 * ```
 */
export const actionFrom =
  (script: Script): PreUserRegistrationAction =>
  async (_event, api) => {
    for (const call of script) {
      performCall(api, call);
      // Lets other pending work go first, as real work between two calls would.
      await Promise.resolve();
    }
  };

/**
 * Creates an Action from each script, for the engine or `runFlow`.
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

/** Makes one call of a script, and returns what the api returns. */
export function performCall(api: PreUserRegistrationAPI, { method, args }: ScriptCall): unknown {
  const [group, name] = method.split('.') as [keyof PreUserRegistrationAPI, string];
  const methods = api[group] as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  return methods[name]?.(...args);
}

/** Makes fast-check print a script as the source of the Action that `actionFrom` creates from it. */
export const printable = (script: Script): Script =>
  Object.defineProperty(script, fc.toStringMethod, { value: () => formatScript(script) });

/** Makes fast-check print a call as source. */
export const printableCall = (call: ScriptCall): ScriptCall =>
  Object.defineProperty(call, fc.toStringMethod, { value: () => formatCall(call) });

function formatScript(script: Script): string {
  const lines = script.map((call) => `  ${formatCall(call)};\n`);
  return `async (event, api) => {${lines.length > 0 ? '\n' : ''}${lines.join('')}}`;
}
