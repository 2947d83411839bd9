/**
 * The running Action's own configuration: values by name, as an Action from the marketplace is installed
 * with (F10). Values are `any`, since every such Action brings its own.
 */
export interface Configuration {
  /** A value of the configuration. Source: the vendor's types, marked private there. */
  readonly [name: string]: any;
}
