import type { Outcome } from '@signup-actions/runtime-core';
import { copyOutcome } from '../watch/copy-outcome.ts';
import type { FlowOutput } from '../watch/flow-output.ts';

/** An outcome, and what its Actions did beside calling their api. JSON and comparisons leave out that part. */
export type TestOutcome = FlowOutput & Outcome;

/** The outcome with the output of its Actions. */
export const addOutput = (outcome: Outcome, { console, requests }: FlowOutput): TestOutcome =>
  copyOutcome(outcome as TestOutcome, {
    console: { value: Object.freeze([...console]) },
    requests: { value: Object.freeze(requests.map((request) => Object.freeze({ ...request }))) },
  });
