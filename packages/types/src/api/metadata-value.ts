import type { Storable } from './storable.ts';

/**
 * What the metadata setters take as the value of a key: what was declared for it, and `null` where the
 * property may be missing (M4); where nothing was declared, anything that JSON can hold.
 */
export type MetadataValue<
  Metadata,
  Key extends keyof Metadata,
  Value,
> = unknown extends Metadata[Key]
  ? Storable<Value>
  : Storable<Exclude<Metadata[Key], undefined>> | Removal<Metadata, Key>;

// Not `Pick`, to which a name that an index signature admits is a property that is always there.
type Removal<Metadata, Key extends keyof Metadata> = {} extends {
  [Name in keyof Metadata as Extract<Name, Key>]: Metadata[Name];
}
  ? null
  : never;
