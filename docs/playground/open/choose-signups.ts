import { maxSignups } from '../state/playground-state.ts';
import type { ChoosableSignup } from './opened.ts';

/** Which signups are listed, as the page calls them. */
export const listings = {
  trouble: 'failed and refused first',
  all: 'all, in their order',
  failed: 'only failed',
  denied: 'only denied',
  invalid: 'only invalid',
  allowed: 'only allowed',
} as const;

/** A listing's name. */
export type Listing = keyof typeof listings;

const ranks = { failed: 0, denied: 1, invalid: 1, allowed: 2 } as const;

/** The positions of the signups that have these words, as the listing orders them. */
export function findSignups(
  signups: readonly ChoosableSignup[],
  listing: Listing,
  search = '',
): readonly number[] {
  const wanted = search.toLowerCase().split(/\s+/);
  const found = [...signups.entries()].filter(
    ([, { status, words }]) =>
      (listing === 'trouble' || listing === 'all' || listing === status) &&
      wanted.every((word) => words.toLowerCase().includes(word)),
  );
  const ordered =
    listing === 'trouble'
      ? found.toSorted(([, first], [, second]) => ranks[first.status] - ranks[second.status])
      : found;
  return ordered.map(([position]) => position);
}

/** A page of positions, from 0, in the order of the file: signups that come later find what the earlier ones left. */
export const toPage = (positions: readonly number[], page: number): readonly number[] =>
  positions
    .slice(page * maxSignups, (page + 1) * maxSignups)
    .toSorted((first, second) => first - second);
