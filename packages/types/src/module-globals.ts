// A script without imports or exports, as `globals.ts` is. The build copies this file as it is.

/**
 * What the code of an Actions module can read besides what every file can. An entry of its own: the code of an Action has no
 * such name, and fails where it reads it.
 */
declare const actions: {
  /** The secrets of this module by name, as set in its settings. Those of an Action are in its event instead. */
  readonly secrets: import('./index.js').Secrets;
};
