import { toFirstExpectation, type Expectation } from '@signup-actions/workbench';
import type { SignupRun } from '../run/run-signups.ts';
import type { PlaygroundState } from '../state/playground-state.ts';
import { toNetwork, toReadable } from '../state/to-network.ts';
import { readChanges } from '../state/to-event.ts';
import type { FlowToSave } from './flow-to-save.ts';

/** The flow of a state, with what each signup led to. Changes to an event that are not JSON are left out. */
export const toFlow = (
  { actions, modules = [], signups, records, responses }: PlaygroundState,
  results: readonly (SignupRun | undefined)[],
): FlowToSave => ({
  actions,
  modules,
  // A row without an address is not finished yet.
  network: responses && toReadable(toNetwork(responses.filter(({ url }) => url.trim() !== ''))),
  ...(records && { records }),
  signups: signups.map(({ name, startingPoint, event, afterMs }, index) => {
    const read = readChanges(event);
    return {
      ...(name !== undefined && { name }),
      from: startingPoint,
      changes: read.type === 'changes' ? read.changes : {},
      afterMs,
      expectation: toExpectation(results[index]),
    };
  }),
});

/** What a test expects of a signup; undefined if it did not run. */
function toExpectation(result: SignupRun | undefined): Expectation | undefined {
  if (!result || !('run' in result.flow)) return undefined;
  const { run } = result.flow;
  return run.type === 'outcome' ? toFirstExpectation(run.outcome) : undefined;
}
