import type { DrawnSignup } from './drawn-signup.ts';
import { findEffectiveEdits } from './drawn-signup.ts';
import type { Sighting } from './explorer.ts';
import { networkAnswers } from './network-answer.ts';

/**
 * Takes from a signup whatever the problem does not need. fast-check shrinks what it has drawn, but not the signups that
 * an exploration begins with. `keepsSecrets` is for secrets that are never missing.
 */
export async function shrinkSignup(
  sighting: Sighting,
  find: (signup: DrawnSignup) => Promise<Sighting | undefined>,
  keepsSecrets: boolean,
): Promise<Sighting> {
  for (const simpler of listSimpler(sighting.signup, keepsSecrets)) {
    const again = await find(simpler);
    if (again) return shrinkSignup(again, find, keepsSecrets);
  }
  // An answer that nobody asked for is not a part of the signup.
  const { outcome, signup } = sighting;
  return outcome.requests.length > 0
    ? sighting
    : { ...sighting, signup: { ...signup, answer: undefined } };
}

/** A string is not halved below this length. */
const shortText = 20;

function listSimpler(signup: DrawnSignup, keepsSecrets: boolean): readonly DrawnSignup[] {
  const edits = findEffectiveEdits(signup);
  const [answer] = networkAnswers;
  return [
    ...(signup.from === 'universal-login' ? [] : [{ ...signup, from: 'universal-login' as const }]),
    ...edits.flatMap(({ path }, index) =>
      keepsSecrets && path[0] === 'secrets'
        ? []
        : [{ ...signup, edits: edits.toSpliced(index, 1) }],
    ),
    ...edits.flatMap(({ path, value }, index) => {
      if (typeof value !== 'string' || value.length <= shortText || path[0] === 'secrets')
        return [];
      const half = { path, value: value.slice(0, Math.ceil(value.length / 2)) };
      return [{ ...signup, edits: edits.with(index, half) }];
    }),
    ...(signup.answer && signup.answer !== answer ? [{ ...signup, answer }] : []),
  ];
}
