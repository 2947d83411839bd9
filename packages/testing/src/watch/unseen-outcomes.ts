import type { Diagnostic, FailedOutcome, Outcome } from '@signup-actions/runtime-core';
import { copyOutcome } from './copy-outcome.ts';

// Neither a flow that failed nor a certain mistake may pass unnoticed: the setup entries fail a test that has not
// looked at it.

/** What a test has not looked at yet. */
export interface Unseen {
  readonly outcome: Outcome;
  /** The certain mistakes; absent if the test has not looked at the failure. */
  readonly mistakes?: readonly Diagnostic[];
  /** Whether a test was running when the outcome was made. */
  readonly isOfTest: boolean;
}

/** The outcomes of the tests in this process. On the global object, since two copies of the kit can meet. */
interface OutcomeWatch {
  /** By what the outcome is of: a run or a mock api. A failure has a key of its own. */
  readonly unseen: Map<object, Unseen>;
  /** What an outcome that notes when its diagnostics are read is of, and the diagnostics. */
  readonly watched: WeakMap<Outcome, { source: object; diagnostics: readonly Diagnostic[] }>;
  /** The mistakes that a test has looked at: every outcome of a mock api has them again. */
  readonly seen: WeakMap<object, ReadonlySet<string>>;
  isInTest: boolean;
}
const place = Symbol.for('@signup-actions/outcome-watch');
type Holder = { [place]?: OutcomeWatch };

/** Starts to watch; called by the setup entries, which report what was not seen. */
export function watchOutcomes(): OutcomeWatch {
  return ((globalThis as Holder)[place] ??= {
    unseen: new Map(),
    watched: new WeakMap(),
    seen: new WeakMap(),
    isInTest: false,
  });
}

/**
 * The outcome itself, or if a setup entry watches and there is something to see, a copy that notes when its
 * failure or its diagnostics are read. `source` is the run or the mock api that it is the outcome of.
 */
export function watchOutcome(
  outcome: Outcome,
  findMistakes: () => readonly Diagnostic[],
  source: object = {},
): Outcome {
  const watch = (globalThis as Holder)[place];
  if (!watch) return outcome;
  const watched = outcome.status === 'failed' ? watchFailure(watch, outcome) : outcome;
  return outcome.diagnostics.length === 0
    ? watched
    : watchDiagnostics(watch, watched, findMistakes(), source);
}

function watchFailure(watch: OutcomeWatch, outcome: FailedOutcome): Outcome {
  const { status, failure } = outcome;
  const key = {};
  watch.unseen.set(key, { outcome, isOfTest: watch.isInTest });
  const see = () => watch.unseen.delete(key);
  return copyOutcome(outcome, { status: onRead(status, see), failure: onRead(failure, see) });
}

function watchDiagnostics(
  watch: OutcomeWatch,
  outcome: Outcome,
  found: readonly Diagnostic[],
  source: object,
): Outcome {
  const mistakes = found.filter((diagnostic) => !watch.seen.get(source)?.has(toKey(diagnostic)));
  if (mistakes.length === 0) return outcome;
  const { diagnostics } = outcome;
  watch.unseen.set(source, { outcome, mistakes, isOfTest: watch.isInTest });
  const watched = copyOutcome(outcome, {
    diagnostics: onRead(diagnostics, () => seeDiagnostics(watched, diagnostics)),
  });
  watch.watched.set(watched, { source, diagnostics });
  return watched;
}

const onRead = (value: unknown, note: () => void): PropertyDescriptor => ({
  get: (): unknown => {
    note();
    return value;
  },
  enumerable: true,
});

const toKey = ({ code, action, call }: Diagnostic): string => `${code} ${action} ${call}`;

/** The diagnostics of an outcome, for a matcher that then notes with `seeDiagnostics` which of them it found. */
export const peekDiagnostics = (outcome: Outcome): readonly Diagnostic[] =>
  (globalThis as Holder)[place]?.watched.get(outcome)?.diagnostics ?? outcome.diagnostics;

/** Notes that a test has looked at these diagnostics of an outcome. */
export function seeDiagnostics(outcome: Outcome, diagnostics: readonly Diagnostic[]): void {
  const watch = (globalThis as Holder)[place];
  const source = watch?.watched.get(outcome)?.source;
  if (!watch || !source) return;
  const seen = new Set([...(watch.seen.get(source) ?? []), ...diagnostics.map(toKey)]);
  watch.seen.set(source, seen);
  const unseen = watch.unseen.get(source);
  const mistakes = unseen?.mistakes?.filter((mistake) => !seen.has(toKey(mistake))) ?? [];
  if (unseen && mistakes.length > 0) watch.unseen.set(source, { ...unseen, mistakes });
  else watch.unseen.delete(source);
}

/** Removes and returns what was not seen: of the test, or everything. */
export function takeUnseen(which: 'of-test' | 'all'): readonly Unseen[] {
  const { unseen } = watchOutcomes();
  const found = [...unseen].filter(([, { isOfTest }]) => which === 'all' || isOfTest);
  for (const [key] of found) unseen.delete(key);
  return found.map(([, each]) => each);
}
