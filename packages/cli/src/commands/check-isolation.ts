import type { Limits } from '@signup-actions/runtime-core';
import type { CacheEntries } from '@signup-actions/workbench';
import { runSignups } from '../batch/run-signups.ts';
import { compareSignups } from '../compare/compare-signups.ts';
import { formatComparison, toComparisonJson } from '../compare/format-comparison.ts';
import { exitStatus } from '../exit-status.ts';
import type { Progress } from '../print/create-progress.ts';
import type { Shell } from '../shell.ts';
import type { SignupList } from '../signups/read-event-file.ts';
import { prepareSignups, type Flow } from './prepare-signups.ts';

/** What to run twice, and how. */
export interface IsolationCheck {
  readonly list: SignupList;
  readonly flow: Flow;
  readonly cache: CacheEntries;
  readonly limits: Limits;
  readonly stop: AbortSignal;
  readonly progress: Progress;
  readonly json: boolean;
}

/**
 * Runs each signup in a fresh and in a warm process, and reports where the outcomes differ: there, an Action keeps state
 * that one signup leaves to another. Returns the exit status.
 */
export async function checkIsolation(
  { list, flow, progress, json, ...options }: IsolationCheck,
  { print, paint }: Pick<Shell, 'print' | 'paint'>,
): Promise<number> {
  const [fresh, warm] = [
    runSignups(prepareSignups(list, flow), { ...options, fresh: true }),
    runSignups(prepareSignups(list, flow), options),
  ];
  const comparison = await compareSignups(fresh, warm, progress.step);
  const sides = { before: 'fresh', after: 'warm', verb: 'differ' } as const;
  print(
    json
      ? JSON.stringify(toComparisonJson(comparison, sides), undefined, 2)
      : formatComparison(comparison, sides, paint),
  );
  if (comparison.changes.length === 0) return exitStatus.allowed;
  if (!json) print(hint);
  return exitStatus.found;
}

const hint =
  'An Action keeps something of one signup for the next. Auth0 keeps module-level variables and globals, too.';
