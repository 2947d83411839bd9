/** Whether runs and mock apis are strict. On the global object, since two copies of the kit can meet. */
const place = Symbol.for('@signup-actions/strict');
type Holder = { [place]?: true };

/** Makes runs and mock apis strict unless they say otherwise. Called by the strict setup entries. */
export function makeStrict(): void {
  (globalThis as Holder)[place] = true;
}

/** What `strict` means if it is left out. */
export const isStrictByDefault = (): boolean => (globalThis as Holder)[place] === true;
