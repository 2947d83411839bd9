import type { Failure, Outcome } from '@signup-actions/runtime-core';
import type { FlowOutcome } from './flow-job.ts';

/** How many calls, diagnostics, refusals or fields are listed. */
export const maxListed = 200;

const maxTextCharacters = 2_000;

/** How much of an outcome is left out. */
export interface LeftOut {
  /** By the Action's name. */
  readonly calls: ReadonlyMap<string, number>;
  readonly diagnostics: number;
}

/** An outcome with only as much as a reader can take in: drawing more would stall a page. */
export interface CutFlowOutcome extends FlowOutcome {
  readonly leftOut: LeftOut;
}

/** Cuts lists and strings; the status stays that of the whole. `dropped` diagnostics are not in the outcome at all. */
export function cutFlowOutcome(whole: FlowOutcome, dropped = 0): CutFlowOutcome {
  const { outcome, diagnosticSites, written } = whole;
  const calls = new Map<string, number>();
  for (const { action } of outcome.calls.slice(maxListed)) {
    calls.set(action, (calls.get(action) ?? 0) + 1);
  }
  return {
    ...whole,
    outcome: cutOutcome(outcome),
    diagnosticSites: diagnosticSites.slice(0, maxListed),
    written: new Map([...written].filter(([index]) => index < maxListed)),
    leftOut: {
      calls,
      diagnostics: Math.max(0, outcome.diagnostics.length - maxListed) + dropped,
    },
  };
}

function cutOutcome(outcome: Outcome): Outcome {
  const cut = {
    ...(outcome.status === 'failed'
      ? { ...outcome, failure: withoutMessage(outcome.failure) }
      : outcome),
    calls: outcome.calls.slice(0, maxListed),
    diagnostics: outcome.diagnostics.slice(0, maxListed),
    refusals: outcome.refusals.slice(0, maxListed),
  };
  if (cut.status !== 'allowed') return cutStrings(cut);
  // The user is within the platform's limits, and is compared with the user who signed up.
  const { user, ...rest } = cut;
  return { ...cutStrings(rest), user };
}

/** A stack begins with the message, which can be of any length and may read like a place. */
function withoutMessage(failure: Failure): Failure {
  const { stack, message } = failure.error;
  if (stack === undefined) return failure;
  return { ...failure, error: { ...failure.error, stack: stack.replace(message, '') } };
}

/** The first characters, by default 2,000, and how many more there are. */
export function cutString(text: string, maxCharacters: number = maxTextCharacters): string {
  const more = text.length - maxCharacters;
  if (more <= 0) return text;
  return `${text.slice(0, maxCharacters)}… (${more.toLocaleString('en')} more characters)`;
}

function cutStrings<Data>(data: Data): Data {
  if (typeof data === 'string') return cutString(data) as Data;
  if (Array.isArray(data)) return data.map((item: unknown) => cutStrings(item)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  const parts = Object.entries(data).map(([key, part]) => [key, cutStrings(part as unknown)]);
  return Object.fromEntries(parts) as Data;
}
