import type { Call } from '@signup-actions/runtime-core';

/** Why a call had no effect, in a few words; nothing when it had one. */
export function objectToFailed({ error, late, result }: Call): string | undefined {
  if (error) return 'has no effect';
  if (late) return 'came after its handler had settled';
  return result && 'code' in result ? `answered ${result.code}` : undefined;
}

/** The call that undid an earlier one on the same key, as `isUndoing` has it, put in words. */
export function objectToUndone(
  call: Call,
  calls: readonly Call[],
  isUndoing: (later: Call) => boolean,
): string | undefined {
  const failed = objectToFailed(call);
  if (failed !== undefined) return failed;
  const later = calls.findLastIndex(
    (other) => other.index > call.index && !objectToFailed(other) && isUndoing(other),
  );
  return later < 0 ? undefined : `undone by call ${later + 1}`;
}
