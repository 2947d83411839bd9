import type { ActionSource } from '@signup-actions/workbench';
import { readText } from '../files/read-text.ts';
import { giveModules, type GivenModule } from './give-modules.ts';
import { readValues, type GivenValues, type SecretSources } from './read-values.ts';
import { readActions } from './read-actions.ts';

/** What Actions are given besides their files. */
export interface FlowSources extends SecretSources {
  /** The Actions modules of Actions that list none, and other code for those that are listed. */
  readonly module?: readonly GivenModule[] | undefined;
  /** The configuration of the deploy tool, with the values of its marks. */
  readonly config?: string | undefined;
}

/** The Actions of a flow, and the values that the user gives them. */
export interface ReadFlow {
  readonly actions: readonly ActionSource[];
  readonly values: GivenValues;
  /** What was skipped in a tenant, and why. */
  readonly notes: readonly string[];
}

/** Reads the Actions at these absolute paths, in order, with their modules and the values of their secrets. */
export async function readFlow(
  paths: readonly string[],
  { module: modules = [], config, ...sources }: FlowSources,
): Promise<ReadFlow> {
  const values = await readValues(sources);
  // Where no Action has marks, nothing else would say that there is no such file.
  if (config !== undefined) await readText(config);
  const { actions, notes } = await readActions(paths, { config, environment: values.fromFile });
  return { actions: await giveModules(actions, modules), values, notes };
}
