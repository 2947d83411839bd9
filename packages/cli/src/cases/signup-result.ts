import type { Diagnostic, Outcome, SignupEvent } from '@signup-actions/runtime-core';
import {
  createLimits,
  diagnosticMessages,
  fromDocument,
  systemClock,
  toCacheKey,
} from '@signup-actions/runtime-core/internal';
import { findCertainMistakes, findUndefinedTexts } from '@signup-actions/testing/internal';
import type { Event } from '@signup-actions/types';
import type { IsolatedRun, LoadedAction } from '@signup-actions/workbench';

/** What a signup of a case led to. */
export interface SignupResult {
  readonly run: IsolatedRun;
  readonly event: SignupEvent;
  readonly actions: readonly LoadedAction[];
}

/** The outcome with the mistakes that only the kit finds. */
export function toKitOutcome({ run, event, actions }: SignupResult): Outcome {
  const { outcome } = run;
  const found = findUndefinedTexts(outcome, event as Event, actions);
  return { ...outcome, diagnostics: [...found, ...outcome.diagnostics] };
}

/** The diagnostics that an expectation has to name: those that no author means, as in a test with the kit. */
export function findMistakes(
  { event, actions }: SignupResult,
  outcome: Outcome,
): readonly Diagnostic[] {
  const ofEngine = outcome.diagnostics.filter(({ code }) =>
    Object.hasOwn(diagnosticMessages, code),
  );
  const handlers = actions.map(({ name, secrets, moduleSecrets = {} }) => ({
    name,
    secrets,
    moduleSecrets,
  }));
  const certain = findCertainMistakes(
    { calls: outcome.calls, diagnostics: ofEngine },
    event as Event,
    handlers,
  );
  // The other codes are of what a run sees beside the engine.
  return outcome.diagnostics.filter(
    (diagnostic) => !ofEngine.includes(diagnostic) || certain.includes(diagnostic),
  );
}

/** The values of the live records with these keys, as a case states them: `null` for a record that is not there. */
export function readRecords(
  keys: readonly string[],
  { run, event }: SignupResult,
): Readonly<Record<string, string | null>> {
  const [, document] = run.cache.find(([key]) => key === toCacheKey(event.tenant.id)) ?? [];
  const records = fromDocument(document, systemClock(), createLimits());
  return Object.fromEntries(keys.map((key) => [key, records.get(key)?.value ?? null]));
}
