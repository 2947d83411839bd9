import * as v from 'valibot';
import { compress, decompress } from './compress.ts';
import { maxActions, maxModules, stateSchema, type PlaygroundState } from './playground-state.ts';

const prefix = '#play=';
const maxStateBytes = 2_000_000;

/** The content of an address's hash: nothing, a state, or something that cannot be read. */
export type LinkContent =
  | { readonly type: 'none' }
  | { readonly type: 'state'; readonly state: PlaygroundState }
  /** What is wrong with it, as the beginning of a sentence. */
  | { readonly type: 'broken'; readonly sentence: string };

/** Converts a state to a hash. */
export const toHash = async (state: PlaygroundState): Promise<string> =>
  prefix + (await compress(JSON.stringify(state)));

/** One sentence on why a link with this state could not be opened; undefined if it can. */
export function explainUnshareable(state: PlaygroundState): string | undefined {
  const { actions, modules = [] } = state;
  const [count, limit, what] =
    actions.length > maxActions
      ? [actions.length, maxActions, 'Actions']
      : [modules.length, maxModules, 'Actions modules'];
  if (count > limit) {
    return `Failed to share: a link holds at most ${limit} ${what}, but there are ${count}. Remove some of them.`;
  }
  const { size } = new Blob([JSON.stringify(state)]);
  return size > maxStateBytes || !v.is(stateSchema, state)
    ? 'Failed to share: a link holds at most 2 MB and 400,000 characters of each source. Make the code shorter.'
    : undefined;
}

/** Reads a hash, which anyone may have written. Never rejects. */
export async function fromHash(hash: string): Promise<LinkContent> {
  if (hash === '' || hash === '#') return { type: 'none' };
  if (!hash.startsWith(prefix)) return broken('is not a link of the playground');
  try {
    const text = await decompress(hash.slice(prefix.length), maxStateBytes);
    const { success, output } = v.safeParse(stateSchema, JSON.parse(text));
    return success ? { type: 'state', state: output } : broken('does not contain Actions');
  } catch {
    return broken('is damaged or cut off');
  }
}

const broken = (why: string): LinkContent => ({
  type: 'broken',
  sentence: `This link ${why}`,
});
