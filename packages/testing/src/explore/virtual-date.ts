import { findRecording } from '../watch/record-output.ts';
import { replace } from '../watch/replace-globals.ts';

/**
 * Gives explored flows a date that moves on with their virtual time, until the returned function is called. It moves on with
 * the real time, too, so that a loop which waits for it ends.
 */
export const replaceDate = (): (() => void) =>
  replace(globalThis as { Date: DateConstructor }, 'Date', toVirtual);

function toVirtual(original: DateConstructor): DateConstructor {
  const now = (): number => original.now() + (findRecording()?.standIns?.skippedMs() ?? 0);
  return new Proxy(original, {
    get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
    apply: () => new original(now()).toString(),
    construct: (target, args: unknown[], newTarget: DateConstructor): object =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  });
}
