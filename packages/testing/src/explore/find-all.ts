import type { Action } from '@signup-actions/runtime-core';
import fc from 'fast-check';
import { drawSignup, listFirstSignups, type ActionFacts } from './draw-signup.ts';
import type { DrawnSignup } from './drawn-signup.ts';
import { createExplorer, type Explorer, type ExplorerContext, type Sighting } from './explorer.ts';
import { findNames } from './find-names.ts';
import { createFinding, type Finding } from './finding.ts';
import type { Resume } from './resume.ts';
import { shrinkSignup } from './shrink-signup.ts';
import { findSourceValues } from './source-values.ts';

/** What to draw for an Action. */
export interface Drawing extends Pick<ActionFacts, 'fetch' | 'secrets'> {
  readonly runs: number;
  readonly seed: number;
  readonly path: string | undefined;
  readonly resume: Resume;
  readonly onFinding: (finding: Finding) => void;
  /** Called with how many signups were drawn, and the keys of the problems that are known, whenever they have changed. */
  readonly onProgress: (drawn: number, known: readonly string[]) => void;
}

/** A problem with the path of the signup that showed it. */
type PathSighting = Sighting & { readonly path: string };

/** Draws signups for an Action, and returns its problems, each with the smallest signup that shows it. */
export async function findAll(
  action: Action,
  { runs, seed, path, fetch, secrets, resume, onFinding, onProgress }: Drawing,
  context: ExplorerContext,
): Promise<readonly Finding[]> {
  const explorer = createExplorer(action, context);
  const given = { values: findSourceValues(action.handler), fetch, secrets };
  const names = await findNames(action, given, context);
  context.takeCrashes();
  const facts: ActionFacts = { ...given, names };
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
  const known = new Set(resume.known);
  let index = resume.drawn;
  const first = path ?? (index > 0 ? String(index) : undefined);
  const numRuns = path === undefined ? runs - index : 1;
  if (numRuns <= 0) return [];
  await fc.check(
    fc.asyncProperty(signups, async (signup) => {
      const at = path ?? String(index);
      onProgress(index, [...known]);
      index += 1;
      for (const sighting of await explorer.run(signup)) {
        const { key } = sighting.found;
        if (known.has(key)) continue;
        const finding = await toSmallest({ ...sighting, path: at });
        known.add(key);
        onProgress(index - 1, [...known]);
        findings.set(key, finding);
        onFinding(finding);
      }
    }),
    { ...drawn, numRuns, ...(first !== undefined && { path: first }) },
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
