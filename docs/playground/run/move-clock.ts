/** Moves the time that `Date` tells in this worker ahead of the real one, by milliseconds. */
export function moveClock(offsetMs: number): void {
  if (offsetMs === 0) return;
  const RealDate = Date;
  const now = (): number => RealDate.now() + offsetMs;
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
  // What `new Date().constructor` is.
  RealDate.prototype.constructor = Date;
}
