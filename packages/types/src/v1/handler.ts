import type { V1Event } from './event.ts';
import type { V1Result } from './result.ts';

/**
 * The handler of a version 1 Action: the `module.exports` of its file. It decides by what it resolves to;
 * resolving to nothing lets the person in unchanged.
 *
 * @deprecated Superseded by version 2: export `onExecutePreUserRegistration`, which is typed as
 * `PreUserRegistrationAction` by `@signup-actions/types`, and call the api in place of answering a result.
 *
 * @example
 * ```ts
 * const handler: V1Handler = async (event) => {
 *   if (!event.user.email) {
 *     return { command: { type: 'deny', reason: 'no address', message: 'Please give an address.' } };
 *   }
 * };
 * ```
 */
export type V1Handler = {
  // A method's type, as that of version 2 is: a handler may type its parameters by hand.
  handler(event: V1Event, context: V1Context): Promise<V1Result | undefined | void>;
}['handler'];

/**
 * What a version 1 Action gets beside the event.
 *
 * @deprecated Use `event.secrets` of version 2.
 */
export interface V1Context {
  /** The Action's secrets by name; `{}` when it has none. Source: version 1 of the trigger. */
  readonly secrets: { readonly [name: string]: string };
}
