/**
 * The type of an argument that the api would reject or lose. Nothing has it: it stands in error messages,
 * where its parameter says why, and what to write instead.
 */
export interface NotAllowed<Because extends string> {
  /** Never there; keeps every real value from having this type. */
  readonly notAllowed: Because;
}
