/** A place in one of the Actions. */
export interface Place {
  /** Position of the Action in the flow, from 0. */
  readonly action: number;
  /** Counted from 1. */
  readonly line: number;
}

/** The first place in an Action that a text names: of a stack, that is the innermost. */
export function findPlace(text: string | undefined): Place | undefined {
  const { action, line } =
    /\baction-(?<action>\d+)\.js:(?<line>\d+)/.exec(text ?? '')?.groups ?? {};
  return action === undefined ? undefined : { action: Number(action), line: Number(line) };
}
