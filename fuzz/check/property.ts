import fc from 'fast-check';
import { scenario } from '../scripts/scenario.ts';
import { checkScenario } from './check-scenario.ts';

/** The engine does what the contract says. */
export const contractHolds = fc.asyncProperty(scenario, async (drawn) => {
  const found = await checkScenario(drawn);
  if (found) throw new Error(JSON.stringify(found, null, 2));
});
