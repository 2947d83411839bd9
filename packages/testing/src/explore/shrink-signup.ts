import type { DrawnSignup } from './drawn-signup.ts';
import { findEffectiveEdits } from './drawn-signup.ts';
import type { Sighting } from './explorer.ts';
import { networkAnswers } from './network-answer.ts';

/**
 * Takes from a signup whatever the problem does not need. fast-check shrinks what it has drawn, but not the signups that
 * an exploration begins with.
 */
export async function shrinkSignup(
  sighting: Sighting,
  find: (signup: DrawnSignup) => Promise<Sighting | undefined>,
): Promise<Sighting> {
  for (const simpler of listSimpler(sighting.signup)) {
    const again = await find(simpler);
    if (again) return shrinkSignup(again, find);
  }
  // An answer that nobody asked for is not a part of the signup.
  const { outcome, signup } = sighting;
  return outcome.requests.length > 0
    ? sighting
    : { ...sighting, signup: { ...signup, answer: undefined } };
}

function listSimpler(signup: DrawnSignup): readonly DrawnSignup[] {
  const edits = findEffectiveEdits(signup);
  const [answer] = networkAnswers;
  return [
    ...(signup.from === 'universal-login' ? [] : [{ ...signup, from: 'universal-login' as const }]),
    ...edits.map((_, index) => ({ ...signup, edits: edits.toSpliced(index, 1) })),
    ...(signup.answer && signup.answer !== answer ? [{ ...signup, answer }] : []),
  ];
}
