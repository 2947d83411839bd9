import type { CallSite } from '@signup-actions/runtime-core';
import type { LoadedModule } from '../platform/action.ts';
import { lineAt } from '../check/findings/finding.ts';
import { createSiteSearch } from '../run/call-site.ts';
import type { FlowJob } from '../run/flow-job.ts';

/** A place in the code of a flow. */
export interface Place {
  /** Position of the source, from 0: the Actions in the order of the flow, then their modules. */
  readonly action: number;
  /** Counted from 1. */
  readonly line: number;
}

/** The sources of a flow by their position: its Actions, then each module that they may require. */
export const toSources = ({ actions }: Pick<FlowJob, 'actions'>): readonly LoadedModule[] => {
  const modules = actions.flatMap((action) => action.modules ?? []);
  return [...actions, ...new Map(modules.map((module) => [module.file, module])).values()];
};

type Sources = readonly { readonly file: string; readonly source: string }[];

/** The first existing line of these sources that a string names: in the stack of an error, the innermost. */
export function findPlace(text: string | undefined, sources: Sources): Place | undefined {
  const findSites = createSiteSearch(sources.map(({ file }) => file));
  for (const site of findSites(text ?? '')) {
    const place = toPlace(site, sources);
    if (place) return place;
  }
  return undefined;
}

/** The place of a call in these sources, if they have such a line: the words of an error may look like a place. */
export function toPlace(site: CallSite | undefined, sources: Sources): Place | undefined {
  const action = sources.findIndex(({ file }) => file === site?.file);
  const source = sources[action]?.source;
  if (!site || source === undefined) return undefined;
  const { line } = site;
  return line >= 1 && line <= lineAt(source, source.length) ? { action, line } : undefined;
}
