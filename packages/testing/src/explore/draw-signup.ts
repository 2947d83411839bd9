import fc from 'fast-check';
import { startingPoints, type StartingPoint } from '../events/starting-points.ts';
import type { DrawnSignup, Edit } from './drawn-signup.ts';
import { long } from './drawn-values.ts';
import { toExampleSecret } from './example-secret.ts';
import { drawEdits, fillNames, listOtherKinds } from './event-edits.ts';
import { networkAnswers } from './network-answer.ts';
import { additions, removals } from './optional-parts.ts';
import type { ReadNames } from './read-names.ts';
import type { SourceValues } from './source-values.ts';

/** What is known of an Action before it is explored. */
export interface ActionFacts {
  readonly names: ReadNames;
  readonly values: SourceValues;
  /** The secrets that are always present, by name. */
  readonly secrets: Readonly<Record<string, string>> | undefined;
  /** Whether responses are made up instead of requested from services. */
  readonly fetch: boolean;
}

/** Shrinks towards the login page. */
const ways: readonly StartingPoint[] = [
  'universal-login',
  ...(Object.keys(startingPoints) as StartingPoint[]).filter((name) => name !== 'universal-login'),
];

/** Draws a signup that the platform can send. */
export const drawSignup = (facts: ActionFacts): fc.Arbitrary<DrawnSignup> =>
  fc
    .record({
      from: fc.oneof(fc.constant(ways[0] ?? 'universal-login'), fc.constantFrom(...ways)),
      secrets: drawSecrets(facts),
      edits: drawEdits(facts.names, facts.values),
      answer: facts.fetch ? fc.constantFrom(...networkAnswers) : fc.constant(undefined),
    })
    .map(({ from, secrets, edits, answer }) => ({ from, edits: [...secrets, ...edits], answer }));

/** All of them most of the time, since an Action without its secrets often does not get far. */
function drawSecrets(facts: ActionFacts): fc.Arbitrary<readonly Edit[]> {
  const all = listSecrets(facts);
  return facts.secrets
    ? fc.constant(all)
    : fc.oneof({ weight: 4, arbitrary: fc.constant(all) }, fc.subarray([...all]));
}

/** The secrets of an Action: those that were given, or an example for each that it reads. */
const listSecrets = ({ secrets, names }: ActionFacts): readonly Edit[] =>
  secrets
    ? Object.entries(secrets).map(([name, value]) => ({ path: ['secrets', name], value }))
    : [...names.secrets].map((name) => ({ path: ['secrets', name], value: toExampleSecret(name) }));

/** What the Action reads, to begin with: nothing, its secrets, and its secrets and fields. */
function listBases(facts: ActionFacts): readonly (readonly Edit[])[] {
  const secrets = listSecrets(facts);
  return [...(facts.secrets ? [] : [[]]), secrets, [...secrets, ...fillNames(facts.names, 'Ada')]];
}

/** An ordinary signup, then each way of signing up, and the fields filled with what the Action's source mentions. */
export function listBaseSignups(facts: ActionFacts): readonly DrawnSignup[] {
  const answers = facts.fetch ? networkAnswers : [undefined];
  const [answer] = answers;
  const from = 'universal-login';
  const bases = listBases(facts);
  const { matching, texts } = facts.values;
  const fill = (text: string): readonly Edit[] => [
    ...listSecrets(facts),
    ...fillNames(facts.names, text),
  ];
  return [
    ...ways.flatMap((way) => bases.map((edits) => ({ from: way, edits, answer }))),
    ...['', long, ...texts].map((text) => ({ from, edits: fill(text), answer }) as const),
    // A field that has passed a check is often what a service is asked about.
    ...[...bases, ...matching.flatMap(sampleOne).map(fill)].flatMap((edits) =>
      answers.map((each) => ({ from, edits, answer: each }) as const),
    ),
  ];
}

/** The signups to begin with: what differs from an ordinary one in one part, and then the base signups. */
export function listFirstSignups(facts: ActionFacts): readonly DrawnSignup[] {
  const [answer] = facts.fetch ? networkAnswers : [undefined];
  const one = (edits: readonly Edit[], from: StartingPoint = 'universal-login'): DrawnSignup => ({
    from,
    edits,
    answer,
  });
  const bases = listBases(facts);
  return [
    ...bases.map((base) => one(base)),
    ...bases.flatMap((base) => removals.map((edit) => one([...base, edit]))),
    ...bases.flatMap((base) => [
      one([...base, ...additions]),
      ...additions.map((edit) => one([...base, edit])),
    ]),
    ...listOtherKinds(facts.names).map((edit) => one([...listSecrets(facts), edit], 'api-signup')),
    ...listBaseSignups(facts),
  ];
}

const sampleOne = (arbitrary: fc.Arbitrary<string>): readonly string[] =>
  fc.sample(arbitrary, { numRuns: 1, seed: 0 });
