import type { LateWorkError } from './late-work-error.ts';

/** What came after its run was answered; on the global object, since two copies of the kit can meet. */
const place = Symbol.for('@signup-actions/late-work');
type Holder = { [place]?: LateWorkError[] };

/** Keeps late work for whoever runs the tests. */
export function keepLateWork(error: LateWorkError): void {
  ((globalThis as Holder)[place] ??= []).push(error);
}

/** Throws the first late work that was kept, and forgets the rest: one test fails for it. */
export function throwLateWork(): void {
  const [first] = ((globalThis as Holder)[place] ?? []).splice(0);
  if (first) throw first;
}
