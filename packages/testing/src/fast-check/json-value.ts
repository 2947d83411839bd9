import fc from 'fast-check';

/** Draws a value that JSON keeps as it is: it makes 0 of -0. */
export const jsonValue = (maxDepth: number): fc.Arbitrary<unknown> =>
  fc.jsonValue({ maxDepth }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
