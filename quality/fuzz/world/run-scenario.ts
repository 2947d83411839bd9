import { createRuntime, type Diagnostic, type Runtime } from '@signup-actions/runtime-core';
import type { Scenario } from '../scripts/script.ts';
import { createFaultyStore, type FaultyStore } from './faulty-store.ts';
import { runFlow, type Observed } from './run-flow.ts';
import { createVirtualTime } from './virtual-time.ts';

/** What came of one signup of several, and how the store was by then. */
export interface ObservedFlow extends Observed {
  readonly failures: number;
  readonly faults: number;
}

/** When every world begins; a day that means nothing. */
export const epochMs = 1_800_000_000_000;

/** Runs signups one after another in a world of their own. */
export async function runScenario(scenario: Scenario): Promise<readonly ObservedFlow[]> {
  const time = createVirtualTime(epochMs);
  const store: FaultyStore = createFaultyStore(scenario.store, time, toTexts(scenario));
  const heard: Diagnostic[] = [];
  const start = (): Runtime =>
    createRuntime({
      clock: time.clock,
      timer: time.timer,
      cache: store,
      limits: scenario.limits,
      pendingMetadata: scenario.pendingMetadata,
      onDiagnostic: (diagnostic) => void heard.push(diagnostic),
    });
  let runtime = start();
  const observed: ObservedFlow[] = [];
  for (const flow of scenario.flows) {
    if (flow.isElsewhere) runtime = start();
    const failures = store.failures();
    const result = await runFlow(flow, runtime, time, heard);
    observed.push({ ...result, failures: store.failures() - failures, faults: store.faults() });
  }
  return observed;
}

/** What the store has before the first signup. */
function toTexts({ found = [] }: Scenario): Map<string, string> {
  if (found.length === 0) return new Map();
  const records = found.map(([key, value, ms]) => [key, value, epochMs + ms]);
  const text = JSON.stringify({ version: 1, records });
  return new Map([['signup-actions:pre-user-registration:example', text]]);
}
