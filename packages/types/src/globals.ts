// The build leaves `./index.js` as it is: a second copy of the types would be larger, and no better.
import type { Event, PreUserRegistrationAPI } from './index.js';

// The build gives every type its own name back, so these two cannot be imported under other names.
type SignupEvent = Event;
type SignupAPI = PreUserRegistrationAPI;

/**
 * Makes the comment that the dashboard's template begins with mean our types, without an import:
 * `@param {Event} event` and `@param {PreUserRegistrationAPI} api`. One line in a `jsconfig.json` asks for
 * it: `"types": ["@signup-actions/types/globals"]`.
 *
 * What it costs: browsers have a global `Event` too, and Node's typings declare one. Where `lib` has `dom`
 * or `@types/node` is loaded the two become one type in the whole project. Then `event.target` compiles in
 * an Action, `secrets` compiles on a click, and a handler that names this `Event` cannot be called with a
 * plain `Event` from `@signup-actions/types`. With `lib: ["webworker"]` the compiler reports a conflict in
 * its own library. Importing the types in the file costs nothing of this.
 *
 * @packageDocumentation
 */
declare global {
  /** The event of a pre-user-registration Action, merged with the global `Event` where there is one. */
  interface Event extends SignupEvent {}
  /** The api of a pre-user-registration Action. */
  type PreUserRegistrationAPI = SignupAPI;
}
