/** The tenant that the signup is for. */
export interface EventTenant {
  /** The tenant's name, the first part of its canonical domain. Source: the event reference. */
  readonly id: string;
}
