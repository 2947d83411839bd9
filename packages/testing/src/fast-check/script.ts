import type {
  MethodArgs,
  MethodPath,
  PreUserRegistrationAction,
  PreUserRegistrationAPI,
} from '@signup-actions/types';

/** A call to be made: a method of the api and its arguments. */
export type ScriptCall = {
  readonly [Path in MethodPath]: { readonly method: Path; readonly args: MethodArgs<Path> };
}[MethodPath];

/** Calls to be made one after another. */
export type Script = readonly ScriptCall[];

/**
 * An Action that makes the calls of a script, in order, with a pause between them. A call that throws
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
      // Lets whatever else is under way go first, as real work between two calls would.
      await Promise.resolve();
    }
  };

/** Makes one call of a script, and answers what the api answers. */
export function performCall(api: PreUserRegistrationAPI, { method, args }: ScriptCall): unknown {
  const [group, name] = method.split('.') as [keyof PreUserRegistrationAPI, string];
  const methods = api[group] as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  return methods[name]?.(...args);
}
