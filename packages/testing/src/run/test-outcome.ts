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

const addOutput = (outcome: Outcome, { console, requests }: FlowOutput): TestOutcome =>
  copyOutcome(outcome as TestOutcome, {
    console: { value: Object.freeze([...console]) },
    requests: { value: Object.freeze(requests.map((request) => Object.freeze({ ...request }))) },
  });
