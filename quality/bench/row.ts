/** One figure of the table. */
export interface Row {
  readonly name: string;
  /** What the figure is, such as `times` or `bytes`. */
  readonly unit: string;
  /** The figure may not be above it. */
  readonly limit: number;
  readonly measure: () => Promise<number> | number;
}
