import { lineAt } from '../../../packages/cli/src/check/finding.ts';
import type { PlaygroundAction } from './flow-job.ts';

/** A place in one of the Actions. */
export interface Place {
  /** Position of the Action in the flow, from 0. */
  readonly action: number;
  /** Counted from 1. */
  readonly line: number;
}

/** The first place in these Actions that a text names, if there is such a line: of a stack, that is the innermost. */
export function findPlace(
  text: string | undefined,
  actions: readonly Pick<PlaygroundAction, 'source'>[],
): Place | undefined {
  for (const [, action, line] of (text ?? '').matchAll(/\baction-(\d+)\.js:(\d+)/g)) {
    const place = { action: Number(action), line: Number(line) };
    const source = actions[place.action]?.source;
    if (source === undefined || place.line < 1) continue;
    if (place.line <= lineAt(source, source.length)) return place;
  }
  return undefined;
}
