import type { Action, Diagnostic, Outcome } from '@signup-actions/runtime-core';
import { diagnosticMessages, formatCall, redact } from '@signup-actions/runtime-core/internal';
import type { Event } from '@signup-actions/types';

/** What JavaScript writes for a value that is missing, or is not a string. */
const placeholder = /\b(?:undefined|NaN)\b|\[object \w+\]/;

/**
 * A diagnostic for each call with a string that was built from a missing value, such as `Hello undefined`. A
 * string that is written like that in the handler is meant, and so is a word that came with the signup.
 */
export function findUndefinedTexts(
  outcome: Outcome,
  event: Event,
  actions: readonly SourcedAction[],
): readonly Diagnostic[] {
  const cameWithSignup = (word: string): boolean =>
    listStrings({ ...event, secrets: undefined }).some((text) => text.includes(word));
  return outcome.calls.flatMap(({ method, args, action, index, error, notes }) => {
    // Their arguments are descriptions.
    if (error || notes) return [];
    const source = toSource(actions.find(({ name }) => name === action));
    const text = listStrings(args).find((each) => placeholder.test(each) && !source.includes(each));
    const [found] = placeholder.exec(text ?? '') ?? [];
    if (found === undefined || cameWithSignup(found)) return [];
    const call = redact(outcome).calls[index] ?? { method, args };
    const message = diagnosticMessages['undefined-in-text'](formatCall(call), found);
    return [Object.freeze({ code: 'undefined-in-text' as const, message, action, call: index })];
  });
}

/** An Action with its handler, or the source of one that ran in another process. */
type SourcedAction = Pick<Action, 'name'> & (Pick<Action, 'handler'> | { readonly source: string });

function toSource(action: SourcedAction | undefined): string {
  if (!action) return '';
  return 'source' in action ? action.source : Function.prototype.toString.call(action.handler);
}

/** Every string in plain data, keys included. */
const listStrings = (data: unknown): readonly string[] =>
  typeof data === 'string'
    ? [data]
    : typeof data === 'object' && data !== null
      ? Object.entries(data).flatMap(([key, part]) => [key, ...listStrings(part)])
      : [];
