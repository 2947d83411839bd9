import type { Failure, Outcome } from '@signup-actions/runtime-core';
import type { FlowAnswer } from '../../../packages/cli/src/child/flow-job.ts';

/** So many things of a kind are listed. */
export const maxListed = 200;
const maxTextCharacters = 2_000;

/** How much of an outcome does not leave the worker. */
export interface LeftOut {
  /** By the Action's name. */
  readonly calls: ReadonlyMap<string, number>;
  readonly diagnostics: number;
}

type Answer = Extract<FlowAnswer, { type: 'outcome' }>;

/** An answer without what nobody would read: drawing it would stall the page. The status is that of the whole. */
export type CutAnswer = Answer & { readonly leftOut: LeftOut };

/** Cuts lists and texts; `unlisted` is how many diagnostics are not even in the answer. */
export function cutAnswer(answer: Answer, unlisted: number): CutAnswer {
  const { outcome, diagnosticSites } = answer;
  const calls = new Map<string, number>();
  for (const { action } of outcome.calls.slice(maxListed)) {
    calls.set(action, (calls.get(action) ?? 0) + 1);
  }
  return {
    ...answer,
    outcome: cutOutcome(outcome),
    diagnosticSites: diagnosticSites.slice(0, maxListed),
    leftOut: {
      calls,
      diagnostics: Math.max(0, outcome.diagnostics.length - maxListed) + unlisted,
    },
  };
}

function cutOutcome(outcome: Outcome): Outcome {
  const cut = {
    ...outcome,
    ...(outcome.status === 'failed' && { failure: withoutMessage(outcome.failure) }),
    calls: outcome.calls.slice(0, maxListed),
    diagnostics: outcome.diagnostics.slice(0, maxListed),
    refusals: outcome.refusals.slice(0, maxListed),
  };
  if (cut.status !== 'allowed') return cutTexts(cut);
  // The user has limits of the platform's, and is compared with the one who signed up.
  const { user, ...rest } = cut;
  return { ...cutTexts(rest), user };
}

/** A stack begins with the message, whose words are no place in the source, however long they are. */
function withoutMessage(failure: Failure): Failure {
  const { stack, message } = failure.error;
  if (stack === undefined) return failure;
  return { ...failure, error: { ...failure.error, stack: stack.replace(message, '') } };
}

/** A text as far as somebody may read it, and how much more there was. */
export function cutText(text: string): string {
  const more = text.length - maxTextCharacters;
  if (more <= 0) return text;
  return `${text.slice(0, maxTextCharacters)}… (${more.toLocaleString('en')} more characters)`;
}

function cutTexts<Data>(data: Data): Data {
  if (typeof data === 'string') return cutText(data) as Data;
  if (Array.isArray(data)) return data.map((item: unknown) => cutTexts(item)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  const parts = Object.entries(data).map(([key, part]) => [key, cutTexts(part as unknown)]);
  return Object.fromEntries(parts) as Data;
}
