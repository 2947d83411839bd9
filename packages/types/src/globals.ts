// A script without imports or exports: only a script can declare a name before Node's typings do. The build
// copies this file as it is.

/**
 * The event of a pre-user-registration Action, as the comment of the dashboard's template names it.
 *
 * Node's typings declare a global `Event` too. TypeScript keeps this declaration, since it is read first, and reports
 * the other one as a duplicate in a file that `skipLibCheck` skips. The `Event` of browsers is read even earlier,
 * so this file is only for projects without `dom` and `webworker` in `lib`.
 */
type Event = import('./index.js').Event;

/** The api of a pre-user-registration Action, as the comment of the dashboard's template names it. */
type PreUserRegistrationAPI = import('./index.js').PreUserRegistrationAPI;

/** Node's typings say `unknown`, so every Action that reads a response would have to narrow it first. */
interface Response {
  json(): Promise<any>;
}

/** What an Actions module exports: any value, unless a project declares the module or says where its code is. */
declare module 'actions:*' {
  const exported: any;
  export = exported;
}
