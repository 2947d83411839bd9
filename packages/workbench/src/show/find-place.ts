import type { CallSite } from '@signup-actions/runtime-core';
import { lineAt } from '../check/findings/finding.ts';
import { createSiteSearch } from '../run/call-site.ts';

/** A place in one of the Actions of a flow. */
export interface Place {
  /** Position of the Action in the flow, from 0. */
  readonly action: number;
  /** Counted from 1. */
  readonly line: number;
}

type Sources = readonly { readonly file: string; readonly source: string }[];

/** The first existing line of these Actions that a string names: in the stack of an error, the innermost. */
export function findPlace(text: string | undefined, actions: Sources): Place | undefined {
  const findSites = createSiteSearch(actions.map(({ file }) => file));
  for (const site of findSites(text ?? '')) {
    const place = toPlace(site, actions);
    if (place) return place;
  }
  return undefined;
}

/** The place of a call in these Actions, if they have such a line: the words of an error may look like a place. */
export function toPlace(site: CallSite | undefined, actions: Sources): Place | undefined {
  const action = actions.findIndex(({ file }) => file === site?.file);
  const source = actions[action]?.source;
  if (!site || source === undefined) return undefined;
  const { line } = site;
  return line >= 1 && line <= lineAt(source, source.length) ? { action, line } : undefined;
}
