/** What JSON can hold, and so what metadata can: values are taken as JSON when they are set (M7). */
export type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[];

/** A JSON object: names with JSON values. */
export interface JsonObject {
  /** The value of a property. */
  readonly [name: string]: JsonValue;
}
