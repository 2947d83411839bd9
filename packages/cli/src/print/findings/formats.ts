import type { Finding } from '@signup-actions/workbench';
import type { Shell } from '../../shell.ts';

/** How findings can be printed: for the user to read, or for the tools of a pipeline. */
export const findingsFormats = ['text', 'json', 'github', 'sarif', 'junit'] as const;

/** Name of a way to print findings. */
export type FindingsFormat = (typeof findingsFormats)[number];

/** What there is to print. */
export interface FindingsReport {
  readonly findings: readonly Finding[];
  /** The checked files, in order, with their sources. */
  readonly sources: ReadonlyMap<string, string>;
  /** How many Actions are checked. */
  readonly count: number;
  readonly shell: Pick<Shell, 'cwd' | 'paint' | 'stdout'>;
}
