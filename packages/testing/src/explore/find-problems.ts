import type { Action, Diagnostic, Outcome } from '@signup-actions/runtime-core';
import { redact, searchOf, toErrorRecord } from '@signup-actions/runtime-core/internal';
import type { Event } from '@signup-actions/types';
import { formatCallSite } from '../watch/call-sites.ts';
import { findCertainMistakes } from '../watch/find-certain-mistakes.ts';
import { findPosition } from '../watch/find-place.ts';
import type { LateCall, SignupRun } from './run-signup.ts';

/** What is wrong with an Action. */
export interface Problem {
  /**
   * `throws`: the Action failed. `hangs`: it does not settle within the time of a flow. `late-work`: it settled before its
   * work was done. `contradicts-itself`: the same signup had another result. `exposes-secret`: the value of a secret is in
   * the console or in a call. `mistake`: another diagnostic that is certainly a mistake.
   */
  readonly kind:
    | 'contradicts-itself'
    | 'exposes-secret'
    | 'hangs'
    | 'late-work'
    | 'mistake'
    | 'throws';
  /** What happened, without the values of secrets. */
  readonly message: string;
  /** The place in the Action, as `file:line`; absent if it is not known. */
  readonly place?: string;
  /** The code of the diagnostic; absent if there is none. */
  readonly diagnostic?: Diagnostic['code'];
  /** Of a signup that had two results, how each ended; absent if the two differ in their calls only. */
  readonly statuses?: readonly [first: Outcome['status'], second: Outcome['status']];
}

/** A problem, and what all problems of the same kind at the same place have in common. */
export interface FoundProblem {
  readonly key: string;
  readonly problem: Problem;
  /** How long after the flow a late call was made, in milliseconds. */
  readonly afterMs?: number;
}

/** The key of an Action that waits for nothing that will come. */
export const hangsForever = 'hangs';

/** The problems that one run of a signup shows. */
export function findProblems(
  { outcome, late, crashes }: SignupRun,
  event: Event,
  action: Action,
): readonly FoundProblem[] {
  const { failure } = redact(outcome);
  const found: FoundProblem[] = [];
  if (failure?.kind === 'action_timeout') {
    const { method, url = '' } =
      outcome.requests.findLast(({ status }) => status === undefined) ?? {};
    const waits = method ? ` It waits for a response to ${method} ${withoutQuery(url)}.` : '';
    found.push({
      key: method ? `hangs ${method} ${toOrigin(url)}` : hangsForever,
      problem: { kind: 'hangs', message: `${failure.error.message}${waits}` },
    });
  } else if (failure?.kind === 'action_error') {
    const { name, message, stack } = failure.error;
    found.push(toFound('throws', `${name}: ${message}`, findPosition(stack)));
  } else if (failure) {
    throw new TypeError(
      `Failed to explore the Action: the engine cannot run the signup: ${failure.error.message}`,
    );
  }
  const search = searchOf(outcome);
  found.push(...late.map(toLateWork));
  for (const thrown of crashes) {
    const { name, message, stack } = toErrorRecord(thrown);
    const what = `No code caught ${name}: ${search.redact(message)}`;
    found.push(toFound('late-work', what, findPosition(stack)));
  }
  const certain = findCertainMistakes(outcome, event, [action]);
  for (const diagnostic of outcome.diagnostics) {
    const exposes = diagnostic.code === 'secret-exposed';
    // A late call is found where it is made.
    if (diagnostic.code === 'late-call' || (!exposes && !certain.includes(diagnostic))) continue;
    found.push(toMistake(exposes ? 'exposes-secret' : 'mistake', diagnostic));
  }
  return found;
}

const toOrigin = (url: string): string => url.split('/').slice(0, 3).join('/');

const withoutQuery = (url: string): string => url.replace(/[?#].*/s, '');

/** A problem is at its position. Without one, what it says tells it from others, except for values. */
function toFound(
  kind: Problem['kind'],
  message: string,
  position: string | undefined,
): FoundProblem {
  const place = position?.replace(/:\d+$/, '');
  // A parser has as many messages as there are wrong inputs.
  const what = message.includes('SyntaxError: ') ? 'SyntaxError' : maskValues(message);
  return {
    key: `${kind} ${position ?? what}`,
    problem: { kind, message, ...(place !== undefined && { place }) },
  };
}

function toLateWork({ diagnostic, afterMs }: LateCall): FoundProblem {
  const place = formatCallSite(diagnostic).replace(/^ at /, '');
  const [method = ''] = diagnostic.message.split('(');
  return {
    key: `late-work ${method} ${place}`,
    problem: {
      kind: 'late-work',
      message: diagnostic.message,
      ...(place !== '' && { place }),
      diagnostic: diagnostic.code,
    },
    afterMs,
  };
}

function toMistake(kind: Problem['kind'], diagnostic: Diagnostic): FoundProblem {
  const { code, message } = diagnostic;
  const place = formatCallSite(diagnostic).replace(/^ at /, '');
  const [method = ''] = message.split('(');
  return {
    key: `${kind} ${code} ${place || method}`,
    problem: { kind, message, ...(place !== '' && { place }), diagnostic: code },
  };
}

/** A string without what differs from signup to signup: what is quoted, numbers, ids, times. */
const maskValues = (text: string): string =>
  text.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]*\d[\w-]*|[\w+/=-]{24,}/g, '…');
