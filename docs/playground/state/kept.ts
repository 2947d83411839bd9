import * as v from 'valibot';
import { stateSchema } from './playground-state.ts';

const key = 'signup-actions-playground';

const cacheEntry = v.pipe(v.strictTuple([v.string(), v.string()]), v.readonly());
const replaced = v.object({ state: stateSchema, isForeign: v.boolean() });

const position = v.pipe(v.number(), v.integer(), v.minValue(0));

const keptSchema = v.object({
  state: stateSchema,
  isForeign: v.boolean(),
  replaced: v.optional(replaced),
  cache: v.pipe(v.array(cacheEntry), v.readonly()),
  clockOffsetMs: v.pipe(v.number(), v.integer(), v.minValue(0)),
  isWide: v.boolean(),
  selected: position,
  selectedSignup: position,
});

/** A state that can be restored, and whether a link brought it. */
export type Replaced = v.InferOutput<typeof replaced>;

/** What the tab keeps: the visitor's work, and whether it may run by itself. */
export type Kept = v.InferOutput<typeof keptSchema>;

/** Writes to the tab's session storage. Returns false if it is too large or the browser refuses. */
export function keepInTab(kept: Kept): boolean {
  // Otherwise it could not be read again.
  if (!v.is(keptSchema, kept)) return false;
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** What the tab has kept; undefined if there is nothing, or nothing that this version can read. */
export function readFromTab(): Kept | undefined {
  try {
    const { success, output } = v.safeParse(
      keptSchema,
      JSON.parse(sessionStorage.getItem(key) ?? 'null'),
    );
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}
