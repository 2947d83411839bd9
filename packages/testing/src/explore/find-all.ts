import type { Action } from '@signup-actions/runtime-core';
import fc from 'fast-check';
import { drawSignup, listFirstSignups, type ActionFacts } from './draw-signup.ts';
import type { DrawnSignup } from './drawn-signup.ts';
import { createExplorer, type Explorer, type ExplorerContext, type Sighting } from './explorer.ts';
import { findNames } from './find-names.ts';
import { createFinding, type Finding } from './finding.ts';
import { shrinkSignup } from './shrink-signup.ts';
import { findSourceValues } from './source-values.ts';

/** What to draw for an Action. */
export interface Drawing extends Pick<ActionFacts, 'fetch' | 'secrets'> {
  readonly runs: number;
  readonly seed: number;
  readonly path: string | undefined;
  readonly onFinding: (finding: Finding) => void;
}

/** A problem with the path of the signup that showed it. */
type PathSighting = Sighting & { readonly path: string };

/** Draws signups for an Action, and returns its problems, each with the smallest signup that shows it. */
export async function findAll(
  action: Action,
  { runs, seed, path, fetch, secrets, onFinding }: Drawing,
  context: ExplorerContext,
): Promise<readonly Finding[]> {
  const explorer = createExplorer(action, context);
  const known = { values: findSourceValues(action.handler), fetch, secrets };
  const names = await findNames(action, known, context);
  context.takeCrashes();
  const facts: ActionFacts = { ...known, names };
  const signups = drawSignup(facts);
  const examples = listFirstSignups(facts).map((signup): [DrawnSignup] => [signup]);
  const drawn = { seed, examples, endOnFailure: false };

  async function toSmallest(first: PathSighting): Promise<Finding> {
    const smallest = await shrink(signups, explorer, { ...drawn, first });
    const sighting = await shrinkSignup(
      smallest,
      (signup) => explorer.find(signup, first.found.key),
      secrets !== undefined,
    );
    return createFinding(sighting, { seed, path: smallest.path });
  }

  const findings = new Map<string, Finding>();
  let index = 0;
  await fc.check(
    fc.asyncProperty(signups, async (signup) => {
      const at = path ?? String(index);
      index += 1;
      for (const sighting of await explorer.run(signup)) {
        const { key } = sighting.found;
        if (findings.has(key)) continue;
        const finding = await toSmallest({ ...sighting, path: at });
        findings.set(key, finding);
        onFinding(finding);
      }
    }),
    { ...drawn, numRuns: path === undefined ? runs : 1, ...(path !== undefined && { path }) },
  );
  return Object.freeze([...findings.values()]);
}

/** Shrinks a signup as far as fast-check can. One that does not show the problem again stays as it is. */
async function shrink(
  signups: fc.Arbitrary<DrawnSignup>,
  explorer: Explorer,
  {
    first,
    ...drawn
  }: Pick<fc.Parameters<[DrawnSignup]>, 'endOnFailure' | 'examples' | 'seed'> & {
    readonly first: PathSighting;
  },
): Promise<PathSighting> {
  let last: Sighting = first;
  const { counterexamplePath } = await fc.check(
    fc.asyncProperty(signups, async (signup) => {
      const sighting = await explorer.find(signup, first.found.key);
      if (sighting) last = sighting;
      return !sighting;
    }),
    { ...drawn, path: first.path, numRuns: 1 },
  );
  return { ...last, path: counterexamplePath ?? first.path };
}
