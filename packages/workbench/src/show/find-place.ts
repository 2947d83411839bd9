import { lineAt } from '../check/finding.ts';
import { createSiteSearch } from '../run/call-site.ts';

/** A place in one of the Actions of a flow. */
export interface Place {
  /** Position of the Action in the flow, from 0. */
  readonly action: number;
  /** Counted from 1. */
  readonly line: number;
}

/** The first existing line of these Actions that a text names: in the stack of an error, the innermost. */
export function findPlace(
  text: string | undefined,
  actions: readonly { readonly file: string; readonly source: string }[],
): Place | undefined {
  const findSites = createSiteSearch(actions.map(({ file }) => file));
  for (const { file, line } of findSites(text ?? '')) {
    const action = actions.findIndex((candidate) => candidate.file === file);
    const source = actions[action]?.source ?? '';
    // The words of an error may look like a place.
    if (line >= 1 && line <= lineAt(source, source.length)) return { action, line };
  }
  return undefined;
}
