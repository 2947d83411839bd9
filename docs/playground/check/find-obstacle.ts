import {
  assertCodeLimits,
  assertSecretLimits,
} from '../../../packages/cli/src/load/assert-limits.ts';
import type { PlaygroundAction } from '../run/flow-job.ts';
import type { Place } from '../run/find-place.ts';
import { checkSource, isFatal } from './check-source.ts';

/** Why nothing can run, in one sentence, and where. */
export interface Obstacle {
  readonly sentence: string;
  readonly place?: Place | undefined;
}

/** What stands in the way of running these Actions; nothing where they can run. */
export function findObstacle(actions: readonly PlaygroundAction[]): Obstacle | undefined {
  for (const [action, { name, source, file }] of actions.entries()) {
    const finding = checkSource(source, file).findings.find(isFatal);
    if (!finding) continue;
    const { line, message } = finding;
    return { sentence: `${name}, line ${line}: ${message}`, place: { action, line } };
  }
  try {
    assertCodeLimits(actions);
    for (const action of actions) assertSecretLimits(action);
    return undefined;
  } catch (error) {
    return { sentence: (error as Error).message };
  }
}
