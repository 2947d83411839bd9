import type { Action } from '@signup-actions/runtime-core';
import fc from 'fast-check';
import { assertOptions } from '../input/assert-options.ts';
import type { CacheSeed } from '../mock/create-mock-cache.ts';
import { toEngineAction, type TestAction } from '../run/test-action.ts';
import { startKeepingCallSites } from '../watch/call-sites.ts';
import { createRecording, recordOutput } from '../watch/record-output.ts';
import { shared } from '../watch/shared.ts';
import { drawSignup, listFirstSignups, type ActionFacts } from './draw-signup.ts';
import type { DrawnSignup } from './drawn-signup.ts';
import { createExplorer, type Explorer, type Sighting } from './explorer.ts';
import { findNames } from './find-names.ts';
import { createFinding, type Finding } from './finding.ts';
import { findSourceValues } from './source-values.ts';
import type { SignupRunContext } from './run-signup.ts';
import { shrinkSignup } from './shrink-signup.ts';
import { replaceTimers } from './virtual-time.ts';
import { watchCrashes } from './watch-crashes.ts';

/** Options of `explore()`. */
export interface ExploreOptions {
  /** How many signups to draw; 400 by default. */
  readonly runs?: number | undefined;
  /** Draws other signups; 0 by default, so that a test draws the same ones each time. */
  readonly seed?: number | undefined;
  /** The path of a finding: draws only its signup. */
  readonly path?: string | undefined;
  /** Whether services respond with errors, odd data or not at all; by default, requests are sent. */
  readonly fetch?: boolean | undefined;
  /** The secrets that the Action is deployed with; by default, examples of those that it reads, or some of them. */
  readonly secrets?: Readonly<Record<string, string>> | undefined;
  /** What the cache holds at the start of each signup; empty by default. */
  readonly cache?: CacheSeed | undefined;
  /** Messages of problems that the Action means to have, such as an error that it throws while a service is down. */
  readonly accept?: readonly RegExp[] | undefined;
}

const optionNames: Readonly<Record<keyof ExploreOptions, true>> = {
  accept: true,
  cache: true,
  fetch: true,
  path: true,
  runs: true,
  secrets: true,
  seed: true,
};

/**
 * Draws signups that the platform can send, and returns the problems of an Action, each with the smallest signup that
 * shows it: the Action throws, hangs, leaves work behind, has another result for the same signup, exposes a secret or
 * makes a mistake that is certain. Problems of one kind at one place are one finding. An empty list means that no drawn
 * signup showed a problem.
 *
 * Time is virtual, so that timers and time limits take no time. What the Action prints is not shown.
 *
 * @example
 * ```ts
 * expect(await explore(blockDisposable)).toEqual([]);
 * ```
 */
export async function explore(
  action: TestAction,
  options: ExploreOptions = {},
): Promise<readonly Finding[]> {
  assertOptions('explore the Action', options, optionNames);
  const exploration = queue.last.then(() => exploreAlone(action, options));
  queue.last = exploration.catch(() => {});
  return exploration;
}

/** Explorations replace functions of the runtime, so that they take turns. */
const queue: { last: Promise<unknown> } = shared('explorations', () => ({
  last: Promise.resolve(),
}));

async function exploreAlone(
  action: TestAction,
  options: ExploreOptions,
): Promise<readonly Finding[]> {
  const bound = toEngineAction(action, 'action 1');
  startKeepingCallSites();
  const crashes: unknown[] = [];
  const onCrash = (thrown: unknown): void => void crashes.push(thrown);
  const restores = [replaceTimers(onCrash), watchCrashes(onCrash)];
  const context = { cache: options.cache ?? {}, takeCrashes: () => crashes.splice(0) };
  try {
    // Around all of its runs: what an Action does between them must not reach the real services.
    return await recordOutput(createRecording(), () => findAll(bound, context, options));
  } finally {
    for (const restore of restores) restore();
  }
}

async function findAll(
  action: Action,
  context: Omit<SignupRunContext, 'patienceMs'>,
  { runs = 400, seed = 0, path, fetch = false, secrets, accept = [] }: ExploreOptions,
): Promise<readonly Finding[]> {
  const explorer = createExplorer(action, { ...context, accept });
  const known = { values: findSourceValues(action.handler), fetch, secrets };
  const names = await findNames(action, known, context);
  context.takeCrashes();
  const facts: ActionFacts = { ...known, names };
  const signups = drawSignup(facts);
  const examples = listFirstSignups(facts).map((signup): [DrawnSignup] => [signup]);
  const drawn = { seed, examples, endOnFailure: false };
  const sightings = new Map<string, Sighting & { readonly path: string }>();
  let index = 0;
  await fc.check(
    fc.asyncProperty(signups, async (signup) => {
      const at = path ?? String(index);
      index += 1;
      for (const sighting of await explorer.run(signup)) {
        const { key } = sighting.found;
        if (!sightings.has(key)) sightings.set(key, { ...sighting, path: at });
      }
    }),
    { ...drawn, numRuns: path === undefined ? runs : 1, ...(path !== undefined && { path }) },
  );
  const findings: Finding[] = [];
  for (const first of sightings.values()) {
    const { key } = first.found;
    const smallest = await shrink(signups, explorer, { ...drawn, first });
    const sighting = await shrinkSignup(
      smallest,
      (signup) => explorer.find(signup, key),
      secrets !== undefined,
    );
    findings.push(createFinding(sighting, { seed, path: smallest.path }));
  }
  return Object.freeze(findings);
}

/** Shrinks a signup as far as fast-check can. One that does not show the problem again stays as it is. */
async function shrink(
  signups: fc.Arbitrary<DrawnSignup>,
  explorer: Explorer,
  {
    first,
    ...drawn
  }: Pick<fc.Parameters<[DrawnSignup]>, 'endOnFailure' | 'examples' | 'seed'> & {
    readonly first: Sighting & { readonly path: string };
  },
): Promise<Sighting & { readonly path: string }> {
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
