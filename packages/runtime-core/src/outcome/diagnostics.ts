import type { CacheProblem } from '../cache/stored-cache.ts';
import { isRefusal, type Call } from '../calls/call.ts';
import { writesMetadata } from '../calls/changes.ts';
import { nameCall } from '../text/format-call.ts';
import type { SecretSearch } from '../text/secret-search.ts';
import { acceptsUserId, storesMetadata } from './created-user.ts';
import {
  diagnosticMessages,
  lostWriteMessage,
  type DiagnosticCode,
} from './diagnostic-messages.ts';

/** A probable mistake. It never refuses or fails a flow, and does not contain the value of a secret. */
export interface Diagnostic {
  /** Stable across versions. */
  readonly code: DiagnosticCode;
  /** One sentence: what happened, and what to do. */
  readonly message: string;
  /** Name of the Action; absent if no Action caused it. */
  readonly action?: string;
  /** Index of the call in the outcome's `calls`; absent if it is not about one of them. */
  readonly call?: number;
}

/** What diagnosing a call needs besides the call. */
export interface DiagnosticContext {
  /** The strategy of the signup's connection; absent if the event has none. */
  readonly strategy: string | undefined;
  /** Finds the secrets of all Actions of the flow. */
  readonly secrets: SecretSearch;
  /** Finds those that the signup does not contain: a value that came with it is not exposed by an Action. */
  readonly unknownSecrets: () => SecretSearch;
}

/** A flow reports at most so many; a loop must not fill the host's memory (F14). */
const maxDiagnostics = 1_000;

/** A probable mistake in a call: its code, and what was wrong in a few words. */
type Finding = readonly [code: DiagnosticCode, received?: string];

/** The probable mistakes of a flow, in the order of its calls, and what went wrong with its cache (C10, C11). */
export function foldDiagnostics(
  calls: readonly Call[],
  context: DiagnosticContext,
  cacheProblem?: CacheProblem,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const refused = new Set<string>();
  let omitted = 0;
  for (const call of calls) {
    const findings = findMistakes(call, context);
    // An Action that refused and continues has probably forgotten to return (F4). Counting in the cache after a
    // refusal is usually intended (C9).
    if (refused.has(call.action) && !call.method.startsWith('cache.')) {
      findings.push(['call-after-refusal']);
    }
    if (isRefusal(call)) refused.add(call.action);
    if (findings.length === 0) continue;
    const reported = findings.slice(0, maxDiagnostics - diagnostics.length);
    omitted += findings.length - reported.length;
    diagnostics.push(...toDiagnostics(call, reported, context));
  }
  if (omitted > 0) {
    const message = diagnosticMessages['too-many-diagnostics']('', String(omitted));
    diagnostics.push(Object.freeze({ code: 'too-many-diagnostics', message }));
  }
  for (const message of toCacheMessages(cacheProblem, context)) {
    diagnostics.push(Object.freeze({ code: 'cache-unavailable', message }));
  }
  return Object.freeze(diagnostics);
}

/** The probable mistakes of one call, regardless of the calls before it. */
export const diagnoseCall = (call: Call, context: DiagnosticContext): readonly Diagnostic[] =>
  toDiagnostics(call, findMistakes(call, context), context);

function findMistakes(call: Call, context: DiagnosticContext): Finding[] {
  const found: Finding[] = [];
  for (const { code, received } of call.notes ?? []) found.push([code, received]);
  if (call.late) found.push(['late-call']);
  const exposed = findExposedSecret(call, context);
  if (exposed !== undefined) found.push(['secret-exposed', exposed]);
  if (call.error || call.late || context.strategy === undefined) return found;
  if (writesMetadata(call) && !storesMetadata(context.strategy)) {
    found.push(['metadata-on-passwordless', context.strategy]);
  }
  if (call.method === 'user.setUserId' && !acceptsUserId(context.strategy)) {
    found.push(['user-id-on-non-database', context.strategy]);
  }
  return found;
}

function toCacheMessages(
  problem: CacheProblem | undefined,
  { secrets }: DiagnosticContext,
): readonly string[] {
  const messages: string[] = [];
  if (problem?.failure !== undefined) {
    messages.push(diagnosticMessages['cache-unavailable']('', secrets.redact(problem.failure)));
  }
  const keys = problem?.lost.map((key) => JSON.stringify(secrets.redact(key))) ?? [];
  if (keys.length > 0) messages.push(lostWriteMessage(keys.join(', ')));
  return messages;
}

/** The name of a secret that the user, the log or the stored user would show. */
function findExposedSecret(
  call: Call,
  { secrets, unknownSecrets }: DiagnosticContext,
): string | undefined {
  if (call.method.startsWith('cache.') || secrets.findIn(call.args) === undefined) return undefined;
  return unknownSecrets().findIn(call.args);
}

/** The call is named once for all its findings. */
function toDiagnostics(
  call: Call,
  findings: readonly Finding[],
  { secrets }: DiagnosticContext,
): readonly Diagnostic[] {
  if (findings.length === 0) return [];
  const source = nameCall({ method: call.method, args: secrets.redactData(call.args) });
  const action = secrets.redact(call.action);
  return findings.map(([code, received = '']) => {
    const message = diagnosticMessages[code](source, secrets.redact(received));
    return Object.freeze({ code, message, action, call: call.index });
  });
}
