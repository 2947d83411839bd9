import type { Diagnostic, Failure, Outcome } from '@signup-actions/runtime-core';
import { copyOutcome } from './copy-outcome.ts';
import { shared } from './shared.ts';
import { testsState } from './tests.ts';

// Neither a flow that failed nor a certain mistake may pass unnoticed: the setup entries fail a test that has not
// looked at it.

/** What a test has not looked at yet. */
export interface Unseen {
  readonly outcome: Outcome;
  /** The certain mistakes; empty if the test has not looked at the failure. */
  readonly mistakes: readonly Diagnostic[];
  /** Whether a test was running when the outcome was made. */
  readonly isOfTest: boolean;
}

/** The outcomes of the tests in this process. */
interface OutcomeWatch {
  /** By what the outcome is of: a run or a mock api. A failure has a key of its own. */
  readonly unseen: Map<object, Unseen>;
  /** What an outcome that notes when its diagnostics are read is of, and the diagnostics. */
  readonly watched: WeakMap<Outcome, { source: object; diagnostics: readonly Diagnostic[] }>;
  /** The mistakes that a test has looked at: every outcome of a mock api has them again. */
  readonly seen: WeakMap<object, ReadonlySet<string>>;
}

const watch: OutcomeWatch = shared('outcome-watch', () => ({
  unseen: new Map(),
  watched: new WeakMap(),
  seen: new WeakMap(),
}));

/**
 * The outcome itself, or if a setup entry watches and there is something to see, a copy that notes when its
 * failure or its diagnostics are read. `source` is the run or the mock api that it is the outcome of.
 */
export function watchOutcome<Watched extends Outcome>(
  outcome: Watched,
  findMistakes: () => readonly Diagnostic[],
  source: object = {},
): Watched {
  if (!testsState.isWatched) return outcome;
  const watched = outcome.status === 'failed' ? watchFailure(outcome, outcome.failure) : outcome;
  return outcome.diagnostics.length === 0
    ? watched
    : watchDiagnostics(watched, findMistakes(), source);
}

function watchFailure<Failed extends Outcome>(outcome: Failed, failure: Failure): Failed {
  const { status } = outcome;
  const key = {};
  watch.unseen.set(key, { outcome, mistakes: [], isOfTest: testsState.running > 0 });
  const see = () => watch.unseen.delete(key);
  return copyOutcome(outcome, { status: onRead(status, see), failure: onRead(failure, see) });
}

function watchDiagnostics<Watched extends Outcome>(
  outcome: Watched,
  found: readonly Diagnostic[],
  source: object,
): Watched {
  const mistakes = found.filter((diagnostic) => !watch.seen.get(source)?.has(toKey(diagnostic)));
  if (mistakes.length === 0) return outcome;
  const { diagnostics } = outcome;
  watch.unseen.set(source, { outcome, mistakes, isOfTest: testsState.running > 0 });
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
  watch.watched.get(outcome)?.diagnostics ?? outcome.diagnostics;

/** Notes that a test has looked at these diagnostics of an outcome. */
export function seeDiagnostics(outcome: Outcome, diagnostics: readonly Diagnostic[]): void {
  const source = watch.watched.get(outcome)?.source;
  if (!source) return;
  const seen = new Set([...(watch.seen.get(source) ?? []), ...diagnostics.map(toKey)]);
  watch.seen.set(source, seen);
  const unseen = watch.unseen.get(source);
  const mistakes = unseen?.mistakes.filter((mistake) => !seen.has(toKey(mistake))) ?? [];
  if (unseen && mistakes.length > 0) watch.unseen.set(source, { ...unseen, mistakes });
  else watch.unseen.delete(source);
}

/** Removes and returns what was not seen: of the test, or everything. */
export function takeUnseen(which: 'of-test' | 'all'): readonly Unseen[] {
  const { unseen } = watch;
  const found = [...unseen].filter(([, { isOfTest }]) => which === 'all' || isOfTest);
  for (const [key] of found) unseen.delete(key);
  return found.map(([, each]) => each);
}
