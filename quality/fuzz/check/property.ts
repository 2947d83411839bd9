import fc from 'fast-check';
import { cluster } from '../scripts/cluster.ts';
import { scenario } from '../scripts/scenario.ts';
import { checkCluster } from './check-cluster.ts';
import { checkScenario } from './check-scenario.ts';

const script = fc.oneof({ weight: 9, arbitrary: scenario }, { weight: 1, arbitrary: cluster });

/** The engine does what the contract says. */
const contractHolds = fc.asyncProperty(script, async (drawn) => {
  const found = await ('flows' in drawn ? checkScenario(drawn) : checkCluster(drawn));
  if (found !== undefined) throw new Error(found);
});

/** Which flows to draw: the seed, how many, and the path to one of them. */
export interface Draw {
  readonly seed: number;
  readonly runs: number;
  readonly path?: string | undefined;
  readonly maxMs?: number | undefined;
}

/** What drawing flows came to. */
export interface Verdict {
  readonly runs: number;
  /** The smallest script that shows it, and how the model and the engine differ. */
  readonly finding?: string;
  /** Leads back to it, together with the seed. */
  readonly path?: string;
}

/** Draws flows until one does not do what the contract says. */
export async function fuzz({ seed, runs, path, maxMs }: Draw): Promise<Verdict> {
  // Stacks take longer than all the rest.
  Error.stackTraceLimit = 0;
  const details = await fc.check(contractHolds, {
    seed,
    numRuns: runs,
    ...(path !== undefined && { path }),
    ...(maxMs !== undefined && { interruptAfterTimeLimit: maxMs }),
  });
  if (!details.failed) return { runs: details.numRuns };
  const [counterexample] = details.counterexample ?? [];
  const { errorInstance } = details;
  const said = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return {
    runs: details.numRuns,
    path: details.counterexamplePath ?? '',
    finding: `${fc.stringify(counterexample)}\n\n${said}`,
  };
}
