/**
 * Properties that nobody lists: any name is admitted. Values are `any` unless said otherwise, because
 * what a tenant keeps there is its own business; declare a {@link Shape} to have them checked.
 */
export interface OpenRecord<out Value = any> {
  /** The value of a property. */
  readonly [name: string]: Value;
}
