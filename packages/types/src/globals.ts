// The build leaves `./index.js` as an import: a second copy of the types would only make it larger.
import type { Event, PreUserRegistrationAPI } from './index.js';

// The build restores the original name of every imported type, so these two need aliases of their own.
type SignupEvent = Event;
type SignupAPI = PreUserRegistrationAPI;

/**
 * Makes the comment of the dashboard's template, `@param {Event} event` and
 * `@param {PreUserRegistrationAPI} api`, refer to our types without an import. To enable it, add one line to
 * a `jsconfig.json`: `"types": ["@signup-actions/types/globals"]`.
 *
 * The cost: browsers have a global `Event`, and Node's typings declare one. If `lib` has `dom`, or if
 * `@types/node` is loaded, TypeScript merges the two into one type in the whole project. Then `event.target`
 * compiles in an Action, `secrets` compiles on a click, and a handler that names this `Event` cannot be
 * called with a plain `Event` from `@signup-actions/types`. With `lib: ["webworker"]` the compiler reports a
 * conflict in its own library. Importing the types in the file has none of these costs.
 *
 * @packageDocumentation
 */
declare global {
  /** The event of a pre-user-registration Action, merged with the global `Event` if there is one. */
  interface Event extends SignupEvent {}
  /** The api of a pre-user-registration Action. */
  type PreUserRegistrationAPI = SignupAPI;
}
