import type { Finding } from '@signup-actions/workbench';
import type { Shell } from '../../shell.ts';

/** How findings can be printed: for the user to read, or for the tools of a pipeline. */
export const findingsFormats = ['text', 'json', 'github', 'sarif', 'junit'] as const;

/** Name of a way to print findings. */
export type FindingsFormat = (typeof findingsFormats)[number];

/** What was checked, as in `2 Actions and 1 module`. */
export function formatCount({ actions, modules }: FindingsReport['count']): string {
  const ofActions = actions === 1 ? '1 Action' : `${actions} Actions`;
  if (modules === 0) return ofActions;
  return `${ofActions} and ${modules === 1 ? '1 module' : `${modules} modules`}`;
}

/** What there is to print. */
export interface FindingsReport {
  readonly findings: readonly Finding[];
  /** The checked files, in order, with their sources. */
  readonly sources: ReadonlyMap<string, string>;
  /** How many Actions and Actions modules are checked. */
  readonly count: { readonly actions: number; readonly modules: number };
  readonly shell: Pick<Shell, 'cwd' | 'link' | 'paint' | 'stdout'>;
}
