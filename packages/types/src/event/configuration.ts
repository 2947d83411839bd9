/**
 * The running Action's own configuration: values by name, as an Action from the marketplace is installed
 * with (F10). Values are `any`, since every such Action brings its own.
 */
export interface Configuration {
  readonly [name: string]: any;
}
