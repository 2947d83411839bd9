/** A small change to the engine, which somebody must notice. */
export interface Patch {
  /** What the patched engine does wrong; ends with the rule's id in parentheses. */
  readonly mistake: string;
  /** Source file, below `src`. */
  readonly file: string;
  /** The one place that is replaced. */
  readonly find: string;
  readonly replace: string;
}

/** What Vite and Vitest take for a plugin. */
export interface PatchPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  readonly transform: (code: string, id: string) => string | undefined;
}

/** Applies a patch in memory, wherever the engine is loaded from its sources; notes in `applied` that it has. */
export function applyPatch(patch: Patch, applied: string[]): PatchPlugin {
  return {
    name: 'apply-patch',
    // Before TypeScript is taken out, so that patches read like the source.
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(`/runtime-core/src/${patch.file}`)) return undefined;
      const patched = patchSource(code, patch);
      applied.push(id);
      return patched;
    },
  };
}

/** Throws when the source does not hold the one place any more. */
export function patchSource(source: string, { file, find, replace }: Patch): string {
  if (source.split(find).length !== 2) throw new Error(`${file} holds "${find}" not exactly once.`);
  return source.replace(find, () => replace);
}
