import type { Action, Outcome } from '@signup-actions/runtime-core';
import type { Event } from '@signup-actions/types';
import { keepDiagnosticSites } from '../watch/call-sites.ts';
import { addDiagnostics, copyOutcome } from '../watch/copy-outcome.ts';
import { findCredentials, findPrintedCredentials } from '../watch/credentials.ts';
import type { FlowOutput } from '../watch/flow-output.ts';
import { findUndefinedTexts } from './find-undefined-texts.ts';
import { findSyncHandlers } from './test-action.ts';

/** An outcome, and what its Actions did beside calling their api. JSON and comparisons leave out that part. */
export type TestOutcome = FlowOutput & Outcome;

/** The engine's outcome with the output of its Actions, and with the mistakes that only the kit finds. */
export function toTestOutcome(
  found: Outcome,
  event: Event,
  actions: readonly Action[],
  output: FlowOutput,
): TestOutcome {
  const diagnostics = [
    ...findSyncHandlers(actions),
    ...findPrintedCredentials(output, findCredentials(event, actions)),
    ...findUndefinedTexts(found, event, actions),
  ];
  keepDiagnosticSites(found);
  return addOutput(addDiagnostics(found, diagnostics), output);
}

function addOutput(outcome: Outcome, { console, requests }: FlowOutput): TestOutcome {
  const output = {
    console: { value: Object.freeze([...console]) },
    requests: { value: Object.freeze(requests.map((request) => Object.freeze({ ...request }))) },
  };
  // An outcome without secrets hides nothing, and a spread is several times faster than a copy of everything.
  const hidesNothing = Reflect.ownKeys(outcome).length === Object.keys(outcome).length;
  return hidesNothing
    ? Object.freeze(Object.defineProperties({ ...outcome } as TestOutcome, output))
    : copyOutcome(outcome as TestOutcome, output);
}
