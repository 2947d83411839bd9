/** One thing that a contract holds to, to be made a test of: `it(name, check)`. */
export interface ContractCheck {
  /** A sentence, with the ids of the rules. */
  readonly name: string;
  /** Resolves where it holds; rejects with what does not. */
  readonly check: () => Promise<void>;
}
