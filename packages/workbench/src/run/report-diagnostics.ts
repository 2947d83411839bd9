import type { CallSite, Diagnostic } from '@signup-actions/runtime-core';
import { commandLineWays, type Ways } from '../platform/ways.ts';
import type { FlowOutcome, Frame } from './flow-job.ts';
import { toRunMessages, type RunDiagnostic, type RunDiagnosticCode } from './run-diagnostic.ts';

/** Adds what the host of a run has seen to the diagnostics of the engine, each with its place. */
export function addRunDiagnostics<Result extends FlowOutcome>(
  result: Result,
  frames: readonly Frame[],
): Result {
  const found = frames.filter((frame) => frame.type === 'diagnostic');
  if (found.length === 0) return result;
  const { outcome, diagnosticSites } = result;
  const added = found.map(({ diagnostic }) => diagnostic) as readonly object[];
  return {
    ...result,
    // The codes of the engine are those that a host can meet without this command.
    outcome: { ...outcome, diagnostics: [...(added as Diagnostic[]), ...outcome.diagnostics] },
    diagnosticSites: [...found.map(({ site }) => site), ...diagnosticSites],
  };
}

/** Sends a diagnostic about a name, from where the code is, unless there is another site. */
export type DiagnosticSender = (
  code: Exclude<RunDiagnosticCode, 'event-field-unknown'>,
  name: string | readonly [name: string, ...more: string[]],
  action: string | undefined,
  site?: CallSite,
) => void;

/** Returns a function that sends each diagnostic once for a name and an Action. */
export function createDiagnosticSender(
  send: (frame: Frame) => void,
  findSite: () => CallSite | undefined,
  ways: Ways = commandLineWays,
): DiagnosticSender {
  const sent = new Set<string>();
  const messages = toRunMessages(ways);
  return (code, name, action, site = findSite()) => {
    const key = JSON.stringify([code, name, action]);
    if (sent.has(key)) return;
    sent.add(key);
    const toMessage: (name: string, ...more: string[]) => string = messages[code];
    const diagnostic: RunDiagnostic = {
      code,
      message: toMessage(...(typeof name === 'string' ? ([name] as const) : name)),
      ...(action !== undefined && { action }),
    };
    send({ type: 'diagnostic', diagnostic, site });
  };
}
