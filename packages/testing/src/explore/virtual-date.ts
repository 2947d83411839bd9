import type { Clock } from '@signup-actions/runtime-core';
import { findRecording } from '../watch/record-output.ts';
import { replace } from '../watch/replace-globals.ts';

/** Gives explored flows the date of their virtual time, until the returned function is called. */
export const replaceDate = (): (() => void) =>
  replace(globalThis as { Date: DateConstructor }, 'Date', toVirtual);

const findClock = (): Clock | undefined => findRecording()?.standIns?.clock;

function toVirtual(original: DateConstructor): DateConstructor {
  const now = (): number => (findClock() ?? original.now)();
  return new Proxy(original, {
    get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
    apply: () => new original(now()).toString(),
    construct: (target, args: unknown[], newTarget: DateConstructor): object =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  });
}
