import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from './base64-url.ts';
import { compress, decompress } from './compress.ts';
import { stateSchema, type PlaygroundState } from './playground-state.ts';

const prefix = '#play=';
const maxStateBytes = 2_000_000;

/** What the hash of an address holds: nothing for us, a state, or something broken. */
export type LinkContent =
  | { readonly type: 'none' }
  | { readonly type: 'state'; readonly state: PlaygroundState }
  /** What is wrong with it; what follows from that ends the sentence. */
  | { readonly type: 'broken'; readonly sentence: string };

/** The hash that carries a state, compressed. */
export const toHash = async (state: PlaygroundState): Promise<string> =>
  prefix + toBase64Url(await compress(JSON.stringify(state)));

/** Reads a hash, which anybody may have written. Never rejects. */
export async function fromHash(hash: string): Promise<LinkContent> {
  if (hash === '' || hash === '#') return { type: 'none' };
  if (!hash.startsWith(prefix)) return broken('is not one of the playground');
  try {
    const text = await decompress(fromBase64Url(hash.slice(prefix.length)), maxStateBytes);
    const { success, output } = v.safeParse(stateSchema, JSON.parse(text));
    return success ? { type: 'state', state: output } : broken('holds something else than Actions');
  } catch {
    return broken('is damaged, perhaps cut off');
  }
}

const broken = (why: string): LinkContent => ({
  type: 'broken',
  sentence: `This link ${why}`,
});
