import type { Action } from '@signup-actions/runtime-core';
import { listBaseSignups, type ActionFacts } from './draw-signup.ts';
import { createReadNames, watchNames, type ReadNames } from './read-names.ts';
import type { ExplorerContext } from './explorer.ts';
import { longestPatienceMs, runSignup } from './run-signup.ts';

/** What an Action reads may decide what it reads next. */
const rounds = 3;

/** Finds the names that an Action reads in the open parts of an event, by running it. */
export async function findNames(
  action: Action,
  facts: Omit<ActionFacts, 'names'>,
  { isOver, isLeftOut, ...context }: ExplorerContext,
): Promise<ReadNames> {
  const names = createReadNames();
  let hangs = false;
  for (let round = 0; round < rounds; round += 1) {
    const known = countNames(names);
    for (const signup of listBaseSignups({ ...facts, names })) {
      if (isOver()) return names;
      if (isLeftOut(signup)) continue;
      const patienceMs = hangs ? 0 : longestPatienceMs;
      const { outcome } = await runSignup(watchNames(action, names), signup, {
        ...context,
        patienceMs,
      });
      hangs ||= outcome.failure?.kind === 'action_timeout';
    }
    if (countNames(names) === known) break;
  }
  return names;
}

const countNames = (names: ReadNames): number =>
  Object.values(names).reduce((sum, { size }: ReadonlySet<string>) => sum + size, 0);
