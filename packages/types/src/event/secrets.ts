/**
 * The running Action's own secrets: values by name, as they stand in the Action's settings (F10).
 * A name that is not set reads as `undefined`: declare a {@link Shape} to have names checked.
 */
export interface Secrets {
  /** A secret's value, always a text. Source: the event reference. */
  readonly [name: string]: string;
}
